using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>Reads 32-bit integers whose forms change from one to the next: what is to be done with each is looked up by its code, nothing is decided.</summary>
internal static class Int32Mixture
{
    /// <summary>Elements in a step.</summary>
    public const int Count = 16;

    private const int LoadBytes = sizeof(ulong);
    private const uint Refused = 1u << 31;

    // By code, from the lowest bits: size (4), bits to shift left (6), then right as unsigned (6), then right as signed (6); the highest bit for no integer.
    // Shifts take the lowest six bits of their count, so that no field has to be cut out.
    private static readonly uint[] Forms = [.. Enumerable.Range(0, 256).Select(static code => FormOf((byte)code))];

    /// <summary>Reads <see cref="Count"/> elements. False, and the values of no account, when there is too little of something or one is no integer in range.</summary>
    /// <param name="bytes">From the first element on.</param>
    /// <param name="values">Receives the elements.</param>
    /// <param name="size">Bytes of the elements.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, Span<int> values, out int size)
    {
        size = 0;
        if (values.Length < Count || bytes.Length < (Count - 1) * Put.Int32Bytes + LoadBytes)
            return false;
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        ref byte p = ref start;
        ref uint forms = ref MemoryMarshal.GetArrayDataReference(Forms);
        ref int destination = ref MemoryMarshal.GetReference(values);
        ulong refused = 0;
        for (int i = 0; i < Count; i++)
        {
            uint form = Unsafe.Add(ref forms, p);
            ulong unit = BigEndian.Load64(ref p);
            long value = (long)(unit << (int)(form >> 4) >> (int)(form >> 10)) >> (int)(form >> 16);
            refused |= (ulong)(value ^ (int)value) | form & Refused;
            Unsafe.Add(ref destination, i) = (int)value;
            p = ref Unsafe.Add(ref p, form & 0xf);
        }
        size = (int)Unsafe.ByteOffset(ref start, ref p);
        return refused == 0;
    }

    private static uint FormOf(byte code)
    {
        if (code is <= Code.MaxFixInt or >= Code.MinNegativeFixInt)
            return Form(1, left: 0, unsigned: 0, signed: 56);
        if (code is < Code.UInt8 or > Code.Int32 or Code.UInt64)
            return Refused;
        int width = 1 << (code & 3);
        int unsigned = code < Code.Int8 ? 1 : 0;
        return Form(1 + width, left: 8, unsigned, signed: 64 - 8 * width - unsigned);
    }

    private static uint Form(int size, int left, int unsigned, int signed) => (uint)(size | left << 4 | unsigned << 10 | signed << 16);
}
