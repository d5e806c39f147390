using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackWriter
{
    /// <summary>Writes an address as the string that it was made of, or nil for null.</summary>
    public void Write(Uri? value) => Write(value?.OriginalString);

    /// <summary>Writes a version as a string of as many numbers as it has (<c>1.2</c>, <c>1.2.3.4</c>), or nil for null.</summary>
    public void Write(Version? value) => Write(value?.ToString());

    /// <summary>Writes the text as a string, or nil for null.</summary>
    public void Write(StringBuilder? value) => Write(value?.ToString());

    /// <summary>Writes the bits as an array of booleans, a byte for each, or nil for null.</summary>
    public void Write(BitArray? value)
    {
        if (value is null)
        {
            WriteNil();
            return;
        }
        int count = value.Length;
        ref byte p = ref Put.ArrayHeader(ref Reserve((long)Put.HeaderBytes + count), count);
        for (int i = 0; i < count; i++)
            p = ref Put.Boolean(ref p, value[i]);
        Commit(ref p);
    }

    /// <summary>Writes raw bytes, or nil for a segment without an array.</summary>
    public void WriteBinary(ArraySegment<byte> value)
    {
        if (value.Array is null)
            WriteNil();
        else
            WriteBinary(value.AsSpan());
    }

    /// <summary>Writes raw bytes.</summary>
    /// <exception cref="OverflowException">More than 2 GiB.</exception>
    public void WriteBinary(in ReadOnlySequence<byte> value)
    {
        if (value.IsSingleSegment)
        {
            WriteBinary(value.FirstSpan);
            return;
        }
        Commit(ref Put.BinaryHeader(ref Reserve(Put.HeaderBytes), checked((int)value.Length)));
        Flush();
        foreach (ReadOnlyMemory<byte> segment in value)
            _output.Write(segment.Span);
    }
}
