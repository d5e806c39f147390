using System.Buffers;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Protocol;

/// <summary>Takes a received payload as it is.</summary>
internal sealed class ReceivedBytes : INatsDeserialize<byte[]>
{
    public static readonly ReceivedBytes Instance = new();

    private ReceivedBytes()
    {
    }

    public byte[] Deserialize(in ReadOnlySequence<byte> buffer) => buffer.ToArray();
}
