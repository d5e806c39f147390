using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.Wasm;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Whether the vector leaves run here (where not, their scalar twins do), and the two instructions that need care. A default ahead-of-time build for
/// x86-64 may use SSSE3 and POPCNT only behind a check at run time; the leaves make it once, at their entry, and then name the instructions, since the
/// portable methods would check at each use.
/// </summary>
internal static class Vectors
{
    /// <summary>Shuffles of 16 bytes by one instruction, on a little-endian machine. Nothing wider is used, so that such builds keep all leaves.</summary>
    public static bool HasShuffle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.IsLittleEndian && (Ssse3.IsSupported && Popcnt.IsSupported || AdvSimd.Arm64.IsSupported || PackedSimd.IsSupported);
    }

    /// <summary>Shuffles and gap-closing over 64 bytes (AVX-512 VBMI and VBMI2), beyond <see cref="HasShuffle"/>.</summary>
    public static bool HasWideShuffle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512Vbmi2.IsSupported && Avx512Vbmi2.VL.IsSupported;
    }

    /// <summary>An index for <see cref="Shuffle"/> that gives zero.</summary>
    public const byte Zero = 0x80;

    /// <summary>
    /// Picks a byte of <paramref name="source"/> for each index: below 16 that byte, from <see cref="Zero"/> on zero, anything between must not matter.
    /// Precondition: <see cref="HasShuffle"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Shuffle(Vector128<byte> source, Vector128<byte> indices)
    {
        if (X86Base.IsSupported)
            return Ssse3.Shuffle(source, indices);
        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(source, indices) : Vector128.ShuffleNative(source, indices);
    }

    /// <summary>The low bytes of the lanes, which are all below 0x80 (or all ones, for which the result is 0xff).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Narrow(Vector128<ushort> lower, Vector128<ushort> upper) =>
        Sse2.IsSupported ? Sse2.PackSignedSaturate(lower.AsInt16(), upper.AsInt16()).AsByte() : Vector128.Narrow(lower, upper);

    /// <summary>One bit for each lane of a comparison's result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LaneBits(Vector128<ushort> mask) => Narrow(mask, Vector128<ushort>.Zero).ExtractMostSignificantBits();

    /// <summary>The number of set bits. Precondition: <see cref="HasShuffle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PopCount(uint mask) => X86Base.IsSupported ? (int)Popcnt.PopCount(mask) : BitOperations.PopCount(mask);
}
