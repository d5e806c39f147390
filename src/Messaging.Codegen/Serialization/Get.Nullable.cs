using System.Runtime.CompilerServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public static partial class Get
{
    /// <summary>Reads a Boolean, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Boolean(ref byte p, scoped ref PackReader reader, out bool? value)
    {
        p = ref Boolean(ref p, ref reader, out bool present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a SByte, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte SByte(ref byte p, scoped ref PackReader reader, out sbyte? value)
    {
        p = ref SByte(ref p, ref reader, out sbyte present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Byte, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Byte(ref byte p, scoped ref PackReader reader, out byte? value)
    {
        p = ref Byte(ref p, ref reader, out byte present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads an Int16, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int16(ref byte p, scoped ref PackReader reader, out short? value)
    {
        p = ref Int16(ref p, ref reader, out short present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a UInt16, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt16(ref byte p, scoped ref PackReader reader, out ushort? value)
    {
        p = ref UInt16(ref p, ref reader, out ushort present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads an Int32, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int32(ref byte p, scoped ref PackReader reader, out int? value)
    {
        p = ref Int32(ref p, ref reader, out int present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a UInt32, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt32(ref byte p, scoped ref PackReader reader, out uint? value)
    {
        p = ref UInt32(ref p, ref reader, out uint present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads an Int64, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int64(ref byte p, scoped ref PackReader reader, out long? value)
    {
        p = ref Int64(ref p, ref reader, out long present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a UInt64, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt64(ref byte p, scoped ref PackReader reader, out ulong? value)
    {
        p = ref UInt64(ref p, ref reader, out ulong present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Single, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Single(ref byte p, scoped ref PackReader reader, out float? value)
    {
        p = ref Single(ref p, ref reader, out float present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Double, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Double(ref byte p, scoped ref PackReader reader, out double? value)
    {
        p = ref Double(ref p, ref reader, out double present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Char, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Char(ref byte p, scoped ref PackReader reader, out char? value)
    {
        p = ref Char(ref p, ref reader, out char present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Guid, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Guid(ref byte p, scoped ref PackReader reader, out Guid? value)
    {
        p = ref Guid(ref p, ref reader, out Guid present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Decimal, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Decimal(ref byte p, scoped ref PackReader reader, out decimal? value)
    {
        p = ref Decimal(ref p, ref reader, out decimal present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a DateTime, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateTime(ref byte p, scoped ref PackReader reader, out DateTime? value)
    {
        p = ref DateTime(ref p, ref reader, out DateTime present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a DateTimeOffset, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateTimeOffset(ref byte p, scoped ref PackReader reader, out DateTimeOffset? value)
    {
        p = ref DateTimeOffset(ref p, ref reader, out DateTimeOffset present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a TimeSpan, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeSpan(ref byte p, scoped ref PackReader reader, out TimeSpan? value)
    {
        p = ref TimeSpan(ref p, ref reader, out TimeSpan present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a DateOnly, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateOnly(ref byte p, scoped ref PackReader reader, out DateOnly? value)
    {
        p = ref DateOnly(ref p, ref reader, out DateOnly present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a TimeOnly, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeOnly(ref byte p, scoped ref PackReader reader, out TimeOnly? value)
    {
        p = ref TimeOnly(ref p, ref reader, out TimeOnly present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Half, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Half(ref byte p, scoped ref PackReader reader, out Half? value)
    {
        p = ref Half(ref p, ref reader, out Half present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a Rune, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Rune(ref byte p, scoped ref PackReader reader, out Rune? value)
    {
        p = ref Rune(ref p, ref reader, out Rune present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads an Int128, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int128(ref byte p, scoped ref PackReader reader, out Int128? value)
    {
        p = ref Int128(ref p, ref reader, out Int128 present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }

    /// <summary>Reads a UInt128, or nil as null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt128(ref byte p, scoped ref PackReader reader, out UInt128? value)
    {
        p = ref UInt128(ref p, ref reader, out UInt128 present);
        value = reader.WasNil(ref p) ? null : present;
        return ref p;
    }
}
