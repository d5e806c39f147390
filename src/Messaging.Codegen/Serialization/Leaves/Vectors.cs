using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.Wasm;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>Whether the vector leaves run here; where not, their scalar twins do.</summary>
internal static class Vectors
{
    /// <summary>
    /// Shuffles of 16 bytes by one instruction, on a little-endian machine. On x86 this is SSSE3, which also a default ahead-of-time build has
    /// (unlike AVX2), so that all leaves stay with 16 bytes.
    /// </summary>
    public static bool HasShuffle =>
        BitConverter.IsLittleEndian && (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported || PackedSimd.IsSupported);
}
