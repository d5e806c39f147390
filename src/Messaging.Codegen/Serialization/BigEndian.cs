using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

/// <summary>Unaligned big-endian stores and loads. Precondition of each: the bytes at <c>p</c> that the type is wide lie inside the caller's memory.</summary>
internal static class BigEndian
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store16(ref byte p, ushort value) =>
        Unsafe.WriteUnaligned(ref p, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store32(ref byte p, uint value) =>
        Unsafe.WriteUnaligned(ref p, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store64(ref byte p, ulong value) =>
        Unsafe.WriteUnaligned(ref p, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Load16(ref readonly byte p)
    {
        ushort value = Unsafe.ReadUnaligned<ushort>(in p);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Load32(ref readonly byte p)
    {
        uint value = Unsafe.ReadUnaligned<uint>(in p);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load64(ref readonly byte p)
    {
        ulong value = Unsafe.ReadUnaligned<ulong>(in p);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }
}
