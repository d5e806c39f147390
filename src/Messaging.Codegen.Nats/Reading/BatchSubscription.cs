using System.Buffers;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Collects the answers to one <c>DIRECT.GET</c> of many messages, up to the status that ends them.</summary>
internal sealed class BatchSubscription(NatsLink link, string inbox, string stream)
    : NatsSubBase(link.Connection, link.Connection.SubscriptionManager, inbox, null, null)
{
    private readonly List<StoredMessage> _messages = [];
    private readonly TaskCompletionSource<IReadOnlyList<StoredMessage>> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The messages, when the last one has come.</summary>
    public Task<IReadOnlyList<StoredMessage>> Messages => _end.Task;

    /// <summary>Takes one message. An exception would stop the client's receive loop for everybody.</summary>
    public override ValueTask ReceiveAsync(string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer)
    {
        try
        {
            if (headersBuffer is { } block && !StatusLine.TryParse(block, out _))
            {
                _messages.Add(DirectMessage.Read(stream, block, payloadBuffer));
            }
            else
            {
                _end.TrySetResult(_messages);
            }
        }
        catch (Exception e)
        {
            _end.TrySetException(e);
        }

        return default;
    }

    protected override ValueTask ReceiveInternalAsync(
        string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer) =>
        ReceiveAsync(subject, replyTo, headersBuffer, payloadBuffer);

    protected override void TryComplete()
    {
    }
}
