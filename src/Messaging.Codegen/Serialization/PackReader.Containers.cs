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
    public int ReadUnionHeader()
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
