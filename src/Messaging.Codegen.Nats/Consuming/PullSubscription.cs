using System.Buffers;
using Messaging.Codegen.Nats.Connecting;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>Takes what arrives on the inbox of a consumer's pulls, while it is still in the client's read buffer.</summary>
internal sealed class PullSubscription(NatsLink link, string inbox, PullConsumer consumer)
    : NatsSubBase(link.Connection, link.Connection.SubscriptionManager, $"{inbox}.*", null, null)
{
    /// <summary>Takes one message. An exception would stop the client's receive loop for everybody; the consumer throws none.</summary>
    public override ValueTask ReceiveAsync(string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer)
    {
        consumer.Receive(subject, replyTo, headersBuffer, payloadBuffer);
        return default;
    }

    protected override ValueTask ReceiveInternalAsync(
        string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer) =>
        ReceiveAsync(subject, replyTo, headersBuffer, payloadBuffer);

    protected override void TryComplete()
    {
    }
}
