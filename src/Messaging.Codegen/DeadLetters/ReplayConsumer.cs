using System.Buffers;
using System.Threading.Channels;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.DeadLetters;

/// <summary>
/// Turns requests for a replay into deliveries of the messages that they name. The entry in the dead-letter stream is removed when its message is done
/// with, and before the request is: whatever is repeated, an entry that is gone is not handled again, and one that is not stays.
/// </summary>
internal sealed class ReplayConsumer : IMessageSink, ITransportConsumer
{
    /// <summary>When a request comes again whose entry could not be read.</summary>
    private static readonly TimeSpan ReadRetry = TimeSpan.FromSeconds(5);

    /// <summary>When a request comes again that this process gives back as it stops: soon, for another process.</summary>
    private static readonly TimeSpan GiveBack = TimeSpan.FromMilliseconds(100);

    // Bounded by the requests that the transport delivers ahead.
    private readonly Channel<(DeliveryInfo Request, DeadLetterId Id)> _requests =
        Channel.CreateUnbounded<(DeliveryInfo, DeadLetterId)>(new() { SingleReader = true, SingleWriter = true });

    private readonly CancellationTokenSource _stopping = new();
    private readonly ITransport _transport;
    private readonly DeadLetterStore _store;
    private readonly IMessageSink _sink;
    private readonly ConsumerCounters _counters;
    private readonly MessagingLog _log;
    private readonly ConsumerDefinition _definition;
    private ITransportConsumer _inner = null!;
    private Task _loop = Task.CompletedTask;

    private ReplayConsumer(ITransport transport, DeadLetterStore store, ConsumerDefinition definition, IMessageSink sink, ConsumerCounters counters, MessagingLog log)
    {
        _transport = transport;
        _store = store;
        _definition = definition;
        _sink = sink;
        _counters = counters;
        _log = log;
    }

    public bool IsHealthy => _inner.IsHealthy;

    /// <summary>Starts the replays of a consumer.</summary>
    /// <param name="transport">The broker.</param>
    /// <param name="store">Where the entries are.</param>
    /// <param name="definition">The consumer that gave the messages up.</param>
    /// <param name="sink">Takes the messages.</param>
    /// <param name="counters">The consumer's.</param>
    /// <param name="log">The log.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async ValueTask<ITransportConsumer> StartAsync(
        ITransport transport, DeadLetterStore store, ConsumerDefinition definition, IMessageSink sink, ConsumerCounters counters, MessagingLog log, CancellationToken cancellationToken)
    {
        var consumer = new ReplayConsumer(transport, store, definition, sink, counters, log);
        consumer._inner = await transport.ConsumeAsync(Replays.Consumer(definition), consumer, cancellationToken).ConfigureAwait(false);
        consumer._loop = Task.Run(consumer.DeliverAllAsync, CancellationToken.None);
        return consumer;
    }

    public void Deliver(in IncomingMessage message) =>
        _requests.Writer.TryWrite((message.Delivery, Replays.Parse(message.Subject, _definition.Stream)));

    /// <summary>
    /// Does nothing: the next request is fetched when this one is settled. Two requests for one entry then never hold the same message at a time, and
    /// none waits in memory without signs of life.
    /// </summary>
    /// <param name="count">How many.</param>
    public void Release(int count)
    {
    }

    public ValueTask AckAsync(DeliveryInfo delivery, CancellationToken cancellationToken) => SettleAsync(async () =>
        await _inner.AckAsync(await FinishAsync(delivery, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false));

    public ValueTask TerminateAsync(DeliveryInfo delivery, string reason, CancellationToken cancellationToken) => SettleAsync(async () =>
        await _inner.TerminateAsync(await FinishAsync(delivery, cancellationToken).ConfigureAwait(false), reason, cancellationToken).ConfigureAwait(false));

    public ValueTask NakAsync(DeliveryInfo delivery, TimeSpan delay, CancellationToken cancellationToken) =>
        SettleAsync(() => _inner.NakAsync(Token(delivery).Request, delay, cancellationToken));

    public ValueTask ProgressAsync(DeliveryInfo delivery, CancellationToken cancellationToken) =>
        _inner.ProgressAsync(Token(delivery).Request, cancellationToken);

    public async ValueTask StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await _inner.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _requests.Writer.TryComplete();
            await _loop.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _inner.DisposeAsync().ConfigureAwait(false);
        _requests.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private static ReplayToken Token(DeliveryInfo delivery) => (ReplayToken)delivery.AckToken;

    private async ValueTask SettleAsync(Func<ValueTask> settle)
    {
        try
        {
            await settle().ConfigureAwait(false);
        }
        finally
        {
            _inner.Release(1);
        }
    }

    private async ValueTask<DeliveryInfo> FinishAsync(DeliveryInfo delivery, CancellationToken cancellationToken)
    {
        var token = Token(delivery);
        await DeadLetterStore.RemoveAsync(_transport, token.Letter, cancellationToken).ConfigureAwait(false);
        return token.Request;
    }

    private async Task DeliverAllAsync()
    {
        await foreach (var (request, id) in _requests.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                await DeliverAsync(request, id).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // Not settled: it comes again after the ack wait.
                _log.SettlementFailed(_definition.Name, request.Sequence, e);
            }
        }
    }

    private async ValueTask DeliverAsync(DeliveryInfo request, DeadLetterId id)
    {
        DeadLetter? letter;
        try
        {
            letter = await FindAsync(id).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var isStopping = _stopping.IsCancellationRequested;
            if (!isStopping)
            {
                _log.ReplayUnreadable(_definition.Name, id, ReadRetry, e);
            }

            _inner.Release(1);
            await _inner.NakAsync(request, isStopping ? GiveBack : ReadRetry, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        if (letter is null)
        {
            // Handled before, purged, or edited since.
            _inner.Release(1);
            await _inner.AckAsync(request, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        if (request.DeliveryCount == 1)
        {
            _counters.CountReplayed();
        }

        _sink.Deliver(new IncomingMessage
        {
            Subject = letter.Subject,
            Payload = new ReadOnlySequence<byte>(letter.Payload),
            Headers = WithMessageId(letter),
            Delivery = new DeliveryInfo(letter.Id.Stream, letter.OriginalSequence, request.DeliveryCount, letter.PublishedAt, new ReplayToken(request, letter)),
        });
    }

    private async ValueTask<DeadLetter?> FindAsync(DeadLetterId id)
    {
        _stopping.Token.ThrowIfCancellationRequested();
        return id.Sequence == 0 ? null : await _store.FindAsync(_transport, id, _stopping.Token).ConfigureAwait(false);
    }

    private static MessageHeaders WithMessageId(DeadLetter letter)
    {
        var headers = new MessageHeaders { { HeaderRules.MessageId, letter.MessageId } };
        foreach (var (name, value) in letter.Headers)
        {
            headers.Add(name, HeaderRules.IsValidValue(value) ? value : HeaderRules.Sanitize(value));
        }

        return headers;
    }
}
