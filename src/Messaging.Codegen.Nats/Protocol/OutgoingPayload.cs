using System.Buffers;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Protocol;

/// <summary>Lets a message write itself straight into the client's buffer.</summary>
internal sealed class OutgoingPayload : INatsSerialize<OutgoingMessage>
{
    public static readonly OutgoingPayload Instance = new();

    private OutgoingPayload()
    {
    }

    public void Serialize(IBufferWriter<byte> bufferWriter, OutgoingMessage value) => value.WritePayload(bufferWriter);
}
