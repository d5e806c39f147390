using System.Buffers;
using System.Collections.Concurrent;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Publishing;

/// <summary>A typed message on its way; pooled, because there is one per publish.</summary>
internal sealed class OutgoingMessage<T> : OutgoingMessage
    where T : IMessage<T>
{
    // Enough for the publish window of a connection; what is above it goes to the collector.
    private const int MaxPooled = 1024;
    private static readonly ConcurrentQueue<OutgoingMessage<T>> Pool = new();

    private T _message = default!;

    private OutgoingMessage()
    {
    }

    public static OutgoingMessage<T> Rent(T message, string subject, string? messageId, MessageHeaders? headers, PublishTerms? terms = null)
    {
        if (!Pool.TryDequeue(out var outgoing))
        {
            outgoing = new OutgoingMessage<T>();
        }

        outgoing._message = message;
        outgoing.Subject = subject;
        outgoing.MessageId = messageId;
        outgoing.Headers = headers;
        outgoing.Terms = terms;
        return outgoing;
    }

    internal override void Return()
    {
        _message = default!;
        Headers = null;
        Terms = null;
        if (Pool.Count < MaxPooled)
        {
            Pool.Enqueue(this);
        }
    }

    public override void WritePayload(IBufferWriter<byte> output) => MessageSerializer.Serialize(output, _message);
}
