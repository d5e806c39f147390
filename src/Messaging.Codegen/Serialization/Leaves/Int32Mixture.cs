using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Reads 32-bit integers whose forms change from one to the next: what is to be done with each is looked up by its code, nothing is decided. The size that
/// an element would have is found for every byte beforehand, so that from element to element there is only one look-up to wait for.
/// </summary>
internal static class Int32Mixture
{
    /// <summary>Elements in a step.</summary>
    public const int Count = 16;

    private const int MostBytes = Count * Put.Int32Bytes;
    private const uint Refused = 1u << 31;

    // By code, from the lowest bits: bits to shift left (6), then right as unsigned (6), then right as signed (6); the highest bit for no integer. Shifts take
    // the lowest six bits of their count, so that no field has to be cut out.
    private static readonly uint[] Forms = BuildForms();

    public static bool IsSupported => Vectors.HasShuffle;

    /// <summary>Reads <see cref="Count"/> elements. False, and the values of no account, when there is too little of something or one is no integer in range.</summary>
    /// <param name="bytes">From the first element on.</param>
    /// <param name="values">Receives the elements.</param>
    /// <param name="size">Bytes of the elements.</param>
    [SkipLocalsInit]
    public static bool TryRead(ReadOnlySpan<byte> bytes, Span<int> values, out int size)
    {
        size = 0;
        if (!IsSupported || values.Length < Count || bytes.Length < MostBytes + sizeof(ulong))
            return false;
        ref byte p = ref MemoryMarshal.GetReference(bytes);
        Span<byte> sizes = stackalloc byte[MostBytes];
        for (int i = 0; i < MostBytes; i += Vector128<byte>.Count)
            SizesOf(Vector128.LoadUnsafe(ref p, (nuint)i)).StoreUnsafe(ref sizes[i]);
        ref byte firstSize = ref MemoryMarshal.GetReference(sizes);
        ref uint forms = ref MemoryMarshal.GetArrayDataReference(Forms);
        ref int destination = ref MemoryMarshal.GetReference(values);
        ulong refused = 0;
        nuint at = 0;
        for (int i = 0; i < Count; i++)
        {
            ref byte element = ref Unsafe.Add(ref p, at);
            uint form = Unsafe.Add(ref forms, element);
            long value = (long)(BigEndian.Load64(ref element) << (int)form >> (int)(form >> 6)) >> (int)(form >> 12);
            refused |= (ulong)(value ^ (int)value) | form & Refused;
            Unsafe.Add(ref destination, i) = (int)value;
            at += Unsafe.Add(ref firstSize, at);
        }
        size = (int)at;
        return refused == 0;
    }

    /// <summary>The size that an element beginning with each byte would have; 1, so that it ends somewhere, where none can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> SizesOf(Vector128<byte> codes)
    {
        // By the lowest three bits of the codes of UInt8 to Int64.
        Vector128<byte> table = Vector128.Create((byte)2, 3, 5, 1, 2, 3, 5, 1, 2, 3, 5, 1, 2, 3, 5, 1);
        Vector128<byte> isWide = Vector128.LessThan(codes - Vector128.Create(Code.UInt8), Vector128.Create((byte)(Code.Int64 - Code.UInt8 + 1)));
        return Vector128.ConditionalSelect(isWide, Vectors.Shuffle(table, codes & Vector128.Create((byte)7)), Vector128.Create((byte)1));
    }

    private static uint[] BuildForms()
    {
        uint[] forms = new uint[256];
        for (int code = 0; code < forms.Length; code++)
            forms[code] = FormOf((byte)code);
        return forms;
    }

    private static uint FormOf(byte code)
    {
        if (code is <= Code.MaxFixInt or >= Code.MinNegativeFixInt)
            return Form(left: 0, unsigned: 0, signed: 56);
        if (code is < Code.UInt8 or > Code.Int32 or Code.UInt64)
            return Refused;
        int width = 1 << (code & 3);
        int unsigned = code < Code.Int8 ? 1 : 0;
        return Form(left: 8, unsigned, signed: 64 - 8 * width - unsigned);
    }

    private static uint Form(int left, int unsigned, int signed) => (uint)(left | unsigned << 6 | signed << 12);
}
