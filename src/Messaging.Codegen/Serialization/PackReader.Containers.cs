using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Reads the header of an array, not nil.</summary>
    /// <returns>The number of elements; at least as many bytes follow.</returns>
    /// <exception cref="MessageFormatException">Another token, or fewer bytes left than elements announced.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadArrayHeader()
    {
        if (!End && (_cursor & 0xf0) == Code.MinFixArray)
        {
            int count = _cursor & 0xf;
            if (count < Remaining)
            {
                Advance(1);
                return count;
            }
        }
        return ReadWideArrayHeader(1);
    }

    /// <summary>Reads the header of an array, or nil.</summary>
    /// <returns>The number of elements, or -1 for nil.</returns>
    /// <exception cref="MessageFormatException">Another token, or fewer bytes left than elements announced.</exception>
    public int ReadArrayHeaderOrNil() => TryReadNil() ? -1 : ReadArrayHeader();

    /// <summary>Reads the header of an array whose elements the caller is about to make room for.</summary>
    /// <param name="minimumElementBytes">The fewest bytes that one element takes, at least 1. An announced count that the rest of the payload cannot hold is refused before anything is allocated.</param>
    /// <returns>The number of elements.</returns>
    /// <exception cref="MessageFormatException">Another token, or fewer bytes left than the elements need.</exception>
    public int ReadCollectionHeader(int minimumElementBytes) => ReadWideArrayHeader(minimumElementBytes);

    /// <summary>Reads the header of a map.</summary>
    /// <returns>The number of pairs; at least twice as many bytes follow.</returns>
    /// <exception cref="MessageFormatException">Another token, or fewer bytes left than the pairs need.</exception>
    public int ReadMapHeader() => ReadMapCollectionHeader(2);

    /// <summary>Reads the header of a map whose pairs the caller is about to make room for.</summary>
    /// <param name="minimumPairBytes">The fewest bytes that one key and its value take, at least 2.</param>
    /// <returns>The number of pairs.</returns>
    /// <exception cref="MessageFormatException">Another token, or fewer bytes left than the pairs need.</exception>
    public int ReadMapCollectionHeader(int minimumPairBytes) =>
        ReadHeader("a map", Code.MinFixMap, Code.Map16, minimumPairBytes);

    /// <summary>Reads the start of a union: an array of two whose first element is the case's tag. The case's body follows.</summary>
    /// <exception cref="MessageFormatException">Another token or count, or a tag that is no 32-bit integer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadUnionHeader()
    {
        if (Has(ref _cursor, 2) && _cursor == (Code.MinFixArray | 2) && Unsafe.Add(ref _cursor, 1) <= Code.MaxFixInt)
        {
            int tag = Unsafe.Add(ref _cursor, 1);
            Advance(2);
            return tag;
        }
        return ReadWideUnionHeader();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadWideUnionHeader()
    {
        ReadArrayHeader(2, "a union: an array of a tag and a body");
        return ReadInt32();
    }

    /// <summary>Reads the header of an array of exactly <paramref name="count"/> elements, such as a pair or a tuple.</summary>
    /// <param name="count">The number of elements.</param>
    /// <param name="expected">What the array stands for, with its article, for the exception.</param>
    /// <exception cref="MessageFormatException">Another token or count.</exception>
    public void ReadArrayHeader(int count, string expected)
    {
        ref byte start = ref _cursor;
        if (ReadArrayHeader() == count)
            return;
        _cursor = ref start;
        throw Unexpected(expected);
    }

    /// <summary>
    /// Reads the start of an array of several dimensions: an array of its lengths and, as the last element, the header of the array of its
    /// elements, which follow row by row.
    /// </summary>
    /// <param name="lengths">Receives the lengths; as many as there are dimensions.</param>
    /// <param name="minimumElementBytes">The fewest bytes that one element takes, at least 1.</param>
    /// <returns>The number of elements, which is the product of the lengths.</returns>
    /// <exception cref="MessageFormatException">Another token or count, lengths that do not multiply to the number of elements, or fewer bytes left than the elements need.</exception>
    public int ReadGridHeader(scoped Span<int> lengths, int minimumElementBytes)
    {
        ref byte start = ref _cursor;
        ReadArrayHeader(lengths.Length + 1, "an array of several dimensions: an array of its lengths and its elements");
        // Of the lengths beside a zero too: no array has one beyond the limit, nor a product of the others that overflows.
        long product = 1;
        bool isEmpty = false;
        foreach (ref int length in lengths)
        {
            length = (int)ReadInteger(0, int.MaxValue, "the length of a dimension");
            isEmpty |= length == 0;
            product = Math.Min(product * Math.Max(length, 1), int.MaxValue + 1L);
        }
        int count = ReadCollectionHeader(minimumElementBytes);
        if (product <= Array.MaxLength && count == (isEmpty ? 0 : product))
            return count;
        _cursor = ref start;
        throw Unexpected("as many elements as the lengths of the dimensions say");
    }

    /// <summary>Begins to count the collisions of keys in a hash table that is about to be filled.</summary>
    /// <param name="count">How many keys there will be.</param>
    /// <param name="buckets">How many buckets the table has.</param>
    public readonly HashGuard GuardHashes(int count, int buckets) => new(count, buckets);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadWideArrayHeader(int minimumElementBytes) =>
        ReadHeader("an array", Code.MinFixArray, Code.Array16, minimumElementBytes);

    private int ReadHeader(string expected, byte fix, byte wide16, int minimumBytes)
    {
        byte code = PeekCode(expected);
        int size;
        uint count;
        if ((code & 0xf0) == fix)
        {
            size = 1;
            count = code & 0xfu;
        }
        else if (code == wide16 || code == wide16 + 1)
        {
            size = code == wide16 ? 3 : 5;
            if (Remaining < size)
                throw Truncated(expected);
            ref byte body = ref Unsafe.Add(ref _cursor, 1);
            count = code == wide16 ? BigEndian.Load16(ref body) : BigEndian.Load32(ref body);
        }
        else
        {
            throw Unexpected(expected);
        }
        if ((ulong)count * (uint)minimumBytes > (uint)(Remaining - size))
            throw Overlong(expected, count, Remaining - size);
        Advance(size);
        return (int)count;
    }
}
