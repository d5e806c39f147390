using System.Buffers;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackWriter
{
    /// <summary>The destination for another serializer that is called, with everything written so far in it. What this writes next goes behind that.</summary>
    internal IBufferWriter<byte> FlushedOutput()
    {
        Flush();
        return _output;
    }
}
