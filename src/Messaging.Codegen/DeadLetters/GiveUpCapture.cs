using System.Globalization;
using System.Threading.Channels;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.DeadLetters;

/// <summary>
/// Keeps what the broker, or another client, gave up on a consumer of this library: somebody set a limit of deliveries on the durable, or terminated a
/// message by hand. The notices wait in a stream while no process runs; the copy has the id that the consumer itself would have given it.
/// </summary>
internal sealed class GiveUpCapture : IMessageSink
{
    /// <summary>What this library's own terminations begin with: their copies are stored already.</summary>
    public const string CopiedMark = "copied to ";

    private const int Prefetch = 64;

    /// <summary>When a notice comes again that could not be worked on.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly Channel<(GiveUpNotice? Notice, DeliveryInfo Delivery)> _notices =
        Channel.CreateUnbounded<(GiveUpNotice?, DeliveryInfo)>(new() { SingleReader = true, SingleWriter = true });

    private readonly ITransport _transport;
    private readonly IGiveUpNotices _source;
    private readonly DeadLetterStore _store;
    private readonly MessagingCounters _counters;
    private readonly MessagingLog _log;
    private readonly bool _isQueue;
    private ITransportConsumer _consumer = null!;
    private Task _loop = Task.CompletedTask;

    private GiveUpCapture(ITransport transport, IGiveUpNotices source, DeadLetterStore store, MessagingCounters counters, MessagingLog log, bool isQueue)
    {
        _transport = transport;
        _source = source;
        _store = store;
        _counters = counters;
        _log = log;
        _isQueue = isQueue;
    }

    public bool IsHealthy => _consumer.IsHealthy;

    /// <summary>The stream that keeps the notices about a source stream, as durable as the source itself.</summary>
    public static StreamDefinition Stream(IGiveUpNotices notices, string stream, StreamDefinition? source)
    {
        var definition = notices.StreamFor(stream);
        return new StreamDefinition(definition.Name, definition.Subjects)
        {
            Retention = StreamRetention.WorkQueue,
            Storage = source?.Storage ?? StreamStorage.File,
            Replicas = source?.Replicas ?? 1,
        };
    }

    /// <summary>The durable that all processes share.</summary>
    public static ConsumerDefinition Consumer(IGiveUpNotices notices, string stream) => new(notices.StreamFor(stream).Name, "capture", []) { Prefetch = Prefetch };

    /// <summary>Starts.</summary>
    /// <param name="transport">The broker.</param>
    /// <param name="notices">Its notices.</param>
    /// <param name="stream">The source stream.</param>
    /// <param name="isQueue">True when the source stream is a work queue: what is copied is taken out of it, because nothing else ever would.</param>
    /// <param name="store">Takes the copies.</param>
    /// <param name="counters">The counters of this process.</param>
    /// <param name="log">The log.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<GiveUpCapture> StartAsync(
        ITransport transport, IGiveUpNotices notices, string stream, bool isQueue, DeadLetterStore store, MessagingCounters counters, MessagingLog log, CancellationToken cancellationToken)
    {
        var capture = new GiveUpCapture(transport, notices, store, counters, log, isQueue);
        capture._consumer = await transport.ConsumeAsync(Consumer(notices, stream), capture, cancellationToken).ConfigureAwait(false);
        capture._loop = Task.Run(capture.WorkAsync, CancellationToken.None);
        return capture;
    }

    public void Deliver(in IncomingMessage message) => _notices.Writer.TryWrite((_source.Read(message), message.Delivery));

    /// <summary>Stops. What was not worked on comes again, to whoever runs then.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await using (_consumer.ConfigureAwait(false))
        {
            try
            {
                await _consumer.StopAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                _log.StopFailed(nameof(GiveUpCapture), e);
            }

            _notices.Writer.TryComplete();
            await _loop.ConfigureAwait(false);
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var (notice, delivery) in _notices.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            _consumer.Release(1);
            try
            {
                await CaptureAsync(notice, delivery).ConfigureAwait(false);
                await _consumer.AckAsync(delivery, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                _log.CaptureFailed(notice?.Stream, notice?.Consumer, notice?.Sequence ?? 0, e);
                await GiveBackAsync(delivery).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask GiveBackAsync(DeliveryInfo delivery)
    {
        try
        {
            await _consumer.NakAsync(delivery, Retry, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // It comes again after the ack wait.
            _log.SettlementFailed(nameof(GiveUpCapture), delivery.Sequence, e);
        }
    }

    private async ValueTask CaptureAsync(GiveUpNotice? notice, DeliveryInfo delivery)
    {
        if (notice is null
            || notice.Reason?.StartsWith(CopiedMark, StringComparison.Ordinal) == true
            || !await IsOursAsync(notice).ConfigureAwait(false)
            || (delivery.DeliveryCount > 1 && await IsCopiedAsync(notice).ConfigureAwait(false)))
        {
            return;
        }

        var stored = await _transport.GetAsync(notice.Stream, notice.Sequence, CancellationToken.None).ConfigureAwait(false);
        var letter = Describe(notice, stored);
        var subject = GiveUpStreams.Subject(GiveUpKind.DeadLetter, notice.Stream, notice.Consumer);
        await _store.AddAsync(
            letter, string.Create(CultureInfo.InvariantCulture, $"{subject}:{notice.Sequence}"), CancellationToken.None).ConfigureAwait(false);
        if (_isQueue)
        {
            await _transport.DeleteAsync(notice.Stream, notice.Sequence, CancellationToken.None).ConfigureAwait(false);
        }

        _log.GaveUp(notice.Consumer, letter.Subject, notice.Sequence, GiveUpKind.DeadLetter, letter.Reason, null);
        _counters.ForConsumer(new ConsumerDefinition(notice.Stream, notice.Consumer, [])).Count(GiveUpKind.DeadLetter);
    }

    private static DeadLetter Describe(GiveUpNotice notice, StoredMessage? stored)
    {
        var reason = notice.Reason is { } words
            ? $"Terminated by another client: {words}"
            : $"The broker gave it up after {notice.Deliveries} deliveries, by a limit of its own on the consumer.";
        return new DeadLetter
        {
            Id = new DeadLetterId(GiveUpKind.DeadLetter, notice.Stream, 0),
            Consumer = notice.Consumer,
            Reason = stored is null ? reason + " Its stream no longer holds it." : reason,
            Subject = stored?.Subject ?? "",
            OriginalSequence = notice.Sequence,
            MessageId = stored?.MessageId ?? string.Create(CultureInfo.InvariantCulture, $"{notice.Stream}:{notice.Sequence}"),
            Deliveries = notice.Deliveries,
            PublishedAt = stored?.Timestamp ?? default,
            GivenUpAt = default,
            Headers = DeadLetterCodec.Copy(stored?.Headers ?? MessageHeaders.None),
            Payload = stored?.Payload ?? default,
        };
    }

    /// <summary>True for a consumer of this library, which has one for replays. Others may want the broker to give up.</summary>
    private async ValueTask<bool> IsOursAsync(GiveUpNotice notice)
    {
        try
        {
            await _transport.GetConsumerStateAsync(Replays.StreamName(notice.Stream), notice.Consumer, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (TransportException) when (_transport.IsConnected)
        {
            return false;
        }
    }

    /// <summary>True when an earlier try, perhaps longer ago than the stream remembers ids, has stored the copy.</summary>
    private async ValueTask<bool> IsCopiedAsync(GiveUpNotice notice)
    {
        await foreach (var letter in _store.ReadAsync(
            _transport, GiveUpKind.DeadLetter, notice.Stream, notice.Consumer, 1, CancellationToken.None).ConfigureAwait(false))
        {
            if (letter.OriginalSequence == notice.Sequence)
            {
                return true;
            }
        }

        return false;
    }
}
