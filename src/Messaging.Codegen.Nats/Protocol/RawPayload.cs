using System.Buffers;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Protocol;

/// <summary>Bytes that are ready.</summary>
internal sealed class RawPayload : INatsSerialize<ReadOnlyMemory<byte>>
{
    public static readonly RawPayload Instance = new();

    private RawPayload()
    {
    }

    public void Serialize(IBufferWriter<byte> bufferWriter, ReadOnlyMemory<byte> value) => bufferWriter.Write(value.Span);
}
