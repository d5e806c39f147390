using System.Buffers;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Requests;

/// <summary>Answers requests.</summary>
internal sealed class ResponderSubscription : NatsSubBase
{
    private readonly NatsLink _link;
    private readonly Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> _respond;
    private readonly NatsLog _log;
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The subscription itself counts as one, until it is drained.
    private int _running = 1;

    public ResponderSubscription(
        NatsLink link, string subject, string group, Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond, NatsLog log)
        : base(link.Connection, link.Connection.SubscriptionManager, subject, group, null)
    {
        _link = link;
        _respond = respond;
        _log = log;
    }

    /// <summary>Takes one request. An exception would stop the client's receive loop for everybody.</summary>
    public override ValueTask ReceiveAsync(string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer)
    {
        try
        {
            if (replyTo is null)
            {
                _log.RequestWithoutReply(subject);
                return default;
            }

            var request = new TransportRequest(
                subject,
                headersBuffer is { } block ? HeaderMapping.FromBlock(block) : null,
                new ReadOnlySequence<byte>(payloadBuffer.ToArray()));
            Interlocked.Increment(ref _running);
            _ = Task.Run(() => AnswerAsync(request, replyTo));
        }
        catch (Exception e)
        {
            _log.ReplyFailed(subject, e);
        }

        return default;
    }

    /// <summary>Takes no more requests and waits until those that were taken are answered.</summary>
    public async ValueTask StopAsync()
    {
        await DrainAsync().ConfigureAwait(false);
        Leave();
        await _idle.Task.ConfigureAwait(false);
        await _link.FlushAsync().ConfigureAwait(false);
    }

    protected override ValueTask ReceiveInternalAsync(
        string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer) =>
        ReceiveAsync(subject, replyTo, headersBuffer, payloadBuffer);

    protected override void TryComplete()
    {
    }

    private async Task AnswerAsync(TransportRequest request, string replyTo)
    {
        try
        {
            var reply = await _respond(request, CancellationToken.None).ConfigureAwait(false);
            await SendAsync(replyTo, reply).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _log.ReplyFailed(request.Subject, e);
        }
        finally
        {
            Leave();
        }
    }

    private async ValueTask SendAsync(string replyTo, OutgoingMessage reply)
    {
        try
        {
            await _link.Connection.PublishAsync(replyTo, reply, HeaderMapping.ToNats(reply), serializer: OutgoingPayload.Instance).ConfigureAwait(false);
        }
        catch (NatsPayloadTooLargeException e)
        {
            // The requester learns why instead of waiting for its deadline.
            var headers = new MessageHeaders { { HeaderRules.Error, HeaderRules.Sanitize($"{nameof(NatsPayloadTooLargeException)}: {e.Message}") } };
            var error = new OutgoingBytes(replyTo, null, headers, default);
            await _link.Connection.PublishAsync(replyTo, error, HeaderMapping.ToNats(error), serializer: OutgoingPayload.Instance).ConfigureAwait(false);
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.TrySetResult();
        }
    }
}
