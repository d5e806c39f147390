using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

// For another serializer that this one calls, or is called by.
public ref partial struct PackReader
{
    /// <summary>
    /// Levels of nesting so far. The other serializer takes it over: a payload that alternates between the two must not get twice the depth, and its end
    /// with the stack's.
    /// </summary>
    internal int Depth
    {
        readonly get => _depth;
        set => _depth = value;
    }

    /// <summary>Consumes one value of any kind and returns its bytes.</summary>
    /// <exception cref="MessageFormatException">The payload ends inside the value, or holds the byte that the format never uses.</exception>
    internal ReadOnlySpan<byte> ReadRaw()
    {
        ref byte start = ref _cursor;
        Skip();
        return MemoryMarshal.CreateReadOnlySpan(ref start, (int)Unsafe.ByteOffset(ref start, ref _cursor));
    }
}
