using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackWriter
{
    /// <summary>Longer data goes to the buffer writer in the pieces that it offers.</summary>
    private const int ContiguousBinary = 64 * 1024;

    /// <summary>Writes raw bytes, or nil for null.</summary>
    public void WriteBinary(byte[]? value)
    {
        if (value is null)
            WriteNil();
        else
            WriteBinary(value.AsSpan());
    }

    /// <summary>Writes raw bytes.</summary>
    public void WriteBinary(ReadOnlySpan<byte> value)
    {
        if (value.Length > ContiguousBinary)
        {
            Commit(ref Put.BinaryHeader(ref Reserve(Put.HeaderBytes), value.Length));
            Flush();
            _output.Write(value);
            return;
        }
        ref byte p = ref Put.BinaryHeader(ref Reserve(Put.HeaderBytes + value.Length), value.Length);
        value.CopyTo(MemoryMarshal.CreateSpan(ref p, value.Length));
        Commit(ref Unsafe.Add(ref p, value.Length));
    }
}
