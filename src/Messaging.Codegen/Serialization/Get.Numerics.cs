using System.Runtime.CompilerServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public static partial class Get
{
    /// <summary>Reads a number as a 16-bit float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Half(ref byte p, scoped ref PackReader reader, out Half value)
    {
        p = ref Single(ref p, ref reader, out float single);
        value = (Half)single;
        return ref p;
    }

    /// <summary>Reads a Unicode scalar value from its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Rune(ref byte p, scoped ref PackReader reader, out Rune value)
    {
        value = reader.TakeRune(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a 128-bit integer from 16 raw bytes, the lowest first, or from any integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int128(ref byte p, scoped ref PackReader reader, out Int128 value)
    {
        value = reader.TakeInt128(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a 128-bit integer from 16 raw bytes, the lowest first, or from any integer that is not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt128(ref byte p, scoped ref PackReader reader, out UInt128 value)
    {
        value = reader.TakeUInt128(ref p);
        return ref reader.Position;
    }
}
