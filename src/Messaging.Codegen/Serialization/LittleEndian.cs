using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

/// <summary>Stores of numbers inside raw bytes, the lowest byte first on every machine.</summary>
internal static class LittleEndian
{
    /// <summary>Precondition: 8 writable bytes begin at <paramref name="p"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store64(ref byte p, ulong value) =>
        Unsafe.WriteUnaligned(ref p, BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
}
