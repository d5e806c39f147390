using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Short ASCII texts between characters and bytes, by loads and stores that overlap: most texts of most messages (names, codes, identifiers), for which
/// the general methods are mostly preparation.
/// </summary>
internal static class ShortAscii
{
    /// <summary>The longest text in characters.</summary>
    public const int MaxLength = 32;

    private const int Step = 8;
    private const ulong NotAscii4 = 0xff80_ff80_ff80_ff80; // of four characters
    private const uint NotAscii2 = 0xff80_ff80;
    private const ulong NotAscii8 = 0x8080_8080_8080_8080; // of eight bytes

    /// <summary>Characters and bytes are taken from words as they stand in memory.</summary>
    public static bool IsSupported => BitConverter.IsLittleEndian;

    /// <summary>
    /// Writes <paramref name="length"/> characters as bytes. Precondition: <see cref="IsSupported"/>, as many are readable and writable, and no more than
    /// <see cref="MaxLength"/>.
    /// </summary>
    /// <returns>False, and no matter what has been written, when one is not ASCII.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNarrow(ref readonly char text, int length, ref byte destination)
    {
        ref ushort units = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text));
        if (length >= Step)
        {
            nuint last = (nuint)(length - Step);
            Vector128<ushort> first = Vector128.LoadUnsafe(ref units);
            Vector128<ushort> fourth = Vector128.LoadUnsafe(ref units, last);
            if (length <= 2 * Step)
            {
                if (!IsAscii(first | fourth))
                    return false;
                Vector128<ulong> both = Vectors.Narrow(first, fourth).AsUInt64();
                Unsafe.WriteUnaligned(ref destination, both.ToScalar());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, last), both.GetElement(1));
                return true;
            }
            Vector128<ushort> second = Vector128.LoadUnsafe(ref units, Step);
            Vector128<ushort> third = Vector128.LoadUnsafe(ref units, last - Step);
            if (!IsAscii(first | second | third | fourth))
                return false;
            Vectors.Narrow(first, second).StoreUnsafe(ref destination);
            Vectors.Narrow(third, fourth).StoreUnsafe(ref destination, last - Step);
            return true;
        }
        return TryNarrowFew(ref units, length, ref destination);
    }

    private static bool TryNarrowFew(ref ushort units, int length, ref byte destination)
    {
        ref byte bytes = ref Unsafe.As<ushort, byte>(ref units);
        if (length >= 4)
        {
            ulong first = Unsafe.ReadUnaligned<ulong>(ref bytes);
            ulong last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, 2 * length - 8));
            if (((first | last) & NotAscii4) != 0)
                return false;
            Vector128<ulong> both = Vectors.Narrow(Vector128.Create(first, last).AsUInt16(), Vector128<ushort>.Zero).AsUInt64();
            Unsafe.WriteUnaligned(ref destination, (uint)both.ToScalar());
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, length - 4), (uint)(both.ToScalar() >> 32));
            return true;
        }
        if (length >= 2)
        {
            uint first = Unsafe.ReadUnaligned<uint>(ref bytes);
            uint last = Unsafe.Add(ref units, length - 1);
            if (((first | last) & NotAscii2) != 0)
                return false;
            destination = (byte)first;
            Unsafe.Add(ref destination, 1) = (byte)(first >> 16);
            Unsafe.Add(ref destination, length - 1) = (byte)last;
            return true;
        }
        if (length == 0)
            return true;
        destination = (byte)units;
        return units < 0x80;
    }

    /// <summary>
    /// Makes a string of <paramref name="length"/> bytes. Precondition: <see cref="IsSupported"/>, from 1 to <see cref="MaxLength"/>, and as many are
    /// readable.
    /// </summary>
    /// <returns>Null when one is not ASCII.</returns>
    public static string? TryWiden(ref readonly byte bytes, int length)
    {
        ref byte source = ref Unsafe.AsRef(in bytes);
        if (length >= 2 * Step)
        {
            nuint last = (nuint)(length - 2 * Step);
            Vector128<byte> first = Vector128.LoadUnsafe(ref source);
            Vector128<byte> second = Vector128.LoadUnsafe(ref source, last);
            if ((first | second).ExtractMostSignificantBits() != 0)
                return null;
            string text = new('\0', length);
            ref ushort units = ref UnitsOf(text);
            Vector128.WidenLower(first).StoreUnsafe(ref units);
            Vector128.WidenUpper(first).StoreUnsafe(ref units, Step);
            Vector128.WidenLower(second).StoreUnsafe(ref units, last);
            Vector128.WidenUpper(second).StoreUnsafe(ref units, last + Step);
            return text;
        }
        if (length >= Step)
        {
            nuint last = (nuint)(length - Step);
            ulong first = Unsafe.ReadUnaligned<ulong>(ref source);
            ulong second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, last));
            if (((first | second) & NotAscii8) != 0)
                return null;
            string text = new('\0', length);
            ref ushort units = ref UnitsOf(text);
            Vector128.WidenLower(Vector128.CreateScalarUnsafe(first).AsByte()).StoreUnsafe(ref units);
            Vector128.WidenLower(Vector128.CreateScalarUnsafe(second).AsByte()).StoreUnsafe(ref units, last);
            return text;
        }
        return TryWidenFew(ref source, length);
    }

    private static string? TryWidenFew(ref byte source, int length)
    {
        if (length >= 4)
        {
            uint first = Unsafe.ReadUnaligned<uint>(ref source);
            uint last = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, length - 4));
            if (((first | last) & unchecked((uint)NotAscii8)) != 0)
                return null;
            string text = new('\0', length);
            ref ushort units = ref UnitsOf(text);
            ref byte destination = ref Unsafe.As<ushort, byte>(ref units);
            Vector128<ulong> both = Vector128.WidenLower(Vector128.CreateScalarUnsafe(first | (ulong)last << 32).AsByte()).AsUInt64();
            Unsafe.WriteUnaligned(ref destination, both.ToScalar());
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, 2 * length - 8), both.GetElement(1));
            return text;
        }
        // Up to three: the first, the middle and the last may be the same.
        int middle = length / 2;
        uint all = source | (uint)Unsafe.Add(ref source, middle) | Unsafe.Add(ref source, length - 1);
        if (all >= 0x80)
            return null;
        string few = new('\0', length);
        ref ushort firstOfFew = ref UnitsOf(few);
        firstOfFew = source;
        Unsafe.Add(ref firstOfFew, middle) = Unsafe.Add(ref source, middle);
        Unsafe.Add(ref firstOfFew, length - 1) = Unsafe.Add(ref source, length - 1);
        return few;
    }

    /// <summary>The characters of a string that nobody else has seen yet, to be filled before it is handed out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ushort UnitsOf(string text) => ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAscii(Vector128<ushort> unit) => (unit & Vector128.Create((ushort)0xff80)) == Vector128<ushort>.Zero;
}
