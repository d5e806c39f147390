using System.Numerics;
using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

/// <summary>
/// Reads one member at a position inside the payload, and returns the position behind it: the counterpart of <see cref="Put"/>. Meant for emitted code,
/// which keeps the position in a local while it reads an object of the expected form.
/// </summary>
/// <remarks>
/// <para>
/// Nil stands for an absent member: the value is then the type's default, and <see cref="PackReader.WasNil"/> is true of the returned position. What does
/// not fit gives the <see cref="MessageFormatException"/> of the reader's own method for the type, and whatever form that accepts is accepted here.
/// </para>
/// <para>
/// Precondition of every method here: <c>p</c> is what <see cref="PackReader.Begin"/>, <see cref="PackReader.Position"/> or another method of this class
/// has returned for the same <c>reader</c>. Nothing is read behind the payload's end.
/// </para>
/// </remarks>
public static partial class Get
{
    /// <summary>Reads true or false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Boolean(ref byte p, scoped ref PackReader reader, out bool value)
    {
        if (reader.HasByte(ref p) && (p & 0xfe) == Code.False)
        {
            value = p == Code.True;
            return ref Unsafe.Add(ref p, 1);
        }
        value = reader.TakeBoolean(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a number from -128 to 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte SByte(ref byte p, scoped ref PackReader reader, out sbyte value) =>
        ref Integer(ref p, ref reader, out value, sbyte.MinValue, sbyte.MaxValue, PackReader.ExpectedSByte);

    /// <summary>Reads a number from 0 to 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Byte(ref byte p, scoped ref PackReader reader, out byte value) =>
        ref Integer(ref p, ref reader, out value, byte.MinValue, byte.MaxValue, PackReader.ExpectedByte);

    /// <summary>Reads a number from -32768 to 32767.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int16(ref byte p, scoped ref PackReader reader, out short value) =>
        ref Integer(ref p, ref reader, out value, short.MinValue, short.MaxValue, PackReader.ExpectedInt16);

    /// <summary>Reads a number from 0 to 65535.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt16(ref byte p, scoped ref PackReader reader, out ushort value) =>
        ref Integer(ref p, ref reader, out value, ushort.MinValue, ushort.MaxValue, PackReader.ExpectedUInt16);

    /// <summary>Reads the number of a UTF-16 code unit, 0 to 65535.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Char(ref byte p, scoped ref PackReader reader, out char value) =>
        ref Integer(ref p, ref reader, out value, char.MinValue, char.MaxValue, PackReader.ExpectedChar);

    /// <summary>Reads a number from -2^31 to 2^31 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int32(ref byte p, scoped ref PackReader reader, out int value) =>
        ref Integer(ref p, ref reader, out value, int.MinValue, int.MaxValue, PackReader.ExpectedInt32);

    /// <summary>Reads a number from 0 to 2^32 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt32(ref byte p, scoped ref PackReader reader, out uint value) =>
        ref Integer(ref p, ref reader, out value, uint.MinValue, uint.MaxValue, PackReader.ExpectedUInt32);

    /// <summary>Reads a number from -2^63 to 2^63 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int64(ref byte p, scoped ref PackReader reader, out long value) =>
        ref Integer(ref p, ref reader, out value, long.MinValue, long.MaxValue, PackReader.ExpectedInt64);

    /// <summary>Reads a number from 0 to 2^64 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt64(ref byte p, scoped ref PackReader reader, out ulong value)
    {
        if (reader.HasByte(ref p) && p <= Code.MaxFixInt)
        {
            value = p;
            return ref Unsafe.Add(ref p, 1);
        }
        value = reader.TakeUInt64(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a number as a 32-bit float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Single(ref byte p, scoped ref PackReader reader, out float value)
    {
        if (reader.Has(ref p, Put.SingleBytes) && p == Code.Float32)
        {
            value = BitConverter.UInt32BitsToSingle(BigEndian.Load32(ref Unsafe.Add(ref p, 1)));
            return ref Unsafe.Add(ref p, Put.SingleBytes);
        }
        value = reader.TakeSingle(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a number as a 64-bit float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Double(ref byte p, scoped ref PackReader reader, out double value)
    {
        if (reader.Has(ref p, Put.DoubleBytes) && p == Code.Float64)
        {
            value = BitConverter.UInt64BitsToDouble(BigEndian.Load64(ref Unsafe.Add(ref p, 1)));
            return ref Unsafe.Add(ref p, Put.DoubleBytes);
        }
        value = reader.TakeDouble(ref p);
        return ref reader.Position;
    }

    /// <summary>Steps over values, whatever they are.</summary>
    /// <param name="p">The position of the first.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="count">The number of values.</param>
    public static ref byte Skip(ref byte p, scoped ref PackReader reader, int count)
    {
        reader.Commit(ref p);
        reader.SkipMembers(count);
        return ref reader.Position;
    }

    // An integer from 0 to 127 is its own code, whatever the width of the member.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Integer<T>(ref byte p, scoped ref PackReader reader, out T value, long minimum, long maximum, string expected)
        where T : INumberBase<T>
    {
        if (reader.HasByte(ref p) && p <= Code.MaxFixInt)
        {
            value = T.CreateTruncating(p);
            return ref Unsafe.Add(ref p, 1);
        }
        p = ref reader.TakeInteger(ref p, minimum, maximum, expected, out long number);
        value = T.CreateTruncating(number);
        return ref p;
    }
}
