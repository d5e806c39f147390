using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>One delivery of one message to one consumer: what handlers see as <see cref="MessageContext"/>.</summary>
internal abstract class Delivery(ConsumerRunner runner, string subject, MessageHeaders? headers, DeliveryInfo info)
    : MessageContext, IAsyncDisposable
{
    private LazyScope _scope = new(runner.Services.Scopes);
    private string? _messageId;
    private int _published;
    private int _isBegun;
    private DeliveryFlow? _flow;

    public DeliveryInfo Info { get; } = info;

    /// <summary>The neighbours in the runner's list of unsettled deliveries; only <see cref="UnsettledDeliveries"/> touches them.</summary>
    internal Delivery? Previous;

    /// <inheritdoc cref="Previous"/>
    internal Delivery? Next;

    /// <summary>The span of its arrival, or null.</summary>
    internal Activity? Received;

    /// <summary>When the broker last heard of this delivery, as <see cref="TimeProvider.GetTimestamp"/> tells it.</summary>
    internal long LastSign;

    /// <inheritdoc cref="DeliveryFlow.Behind"/>
    internal Delivery? Behind
    {
        get => _flow?.Behind;
        set => Flow.Behind = value;
    }

    /// <summary>Which trial this is of a message that is tried alone; 0 for others.</summary>
    public int Trial
    {
        get => _flow?.Trial ?? 0;
        set => Flow.Trial = value;
    }

    /// <summary>What keeps others from being begun while it is tried alone, or null.</summary>
    public IDisposable? Floor
    {
        get => _flow?.Floor;
        set => Flow.Floor = value;
    }

    /// <summary>The batch that it is in, or null.</summary>
    public Gathering? Batch
    {
        get => _flow?.Batch;
        set => Flow.Batch = value;
    }

    /// <summary>The partition, or null: the message need not wait for others.</summary>
    public int? Partition
    {
        get => _flow?.Partition;
        set
        {
            if (value is not null)
            {
                Flow.Partition = value;
            }
        }
    }

    /// <summary>
    /// Set when the delivery shall stay in the process and be tried again after so long. What has a partition does that, since the later ones of its
    /// key must wait.
    /// </summary>
    public TimeSpan? RetryDelay
    {
        get => _flow?.RetryDelay;
        set => Flow.RetryDelay = value;
    }

    /// <summary>The clock of the service.</summary>
    public TimeProvider Time => runner.Services.Time;

    /// <summary>What the consumers of the service share.</summary>
    protected ConsumerServices ConsumerServices => runner.Services;

    /// <summary>True while somebody works on it.</summary>
    public bool IsBegun => Volatile.Read(ref _isBegun) != 0;

    public override string MessageId => _messageId ??= Headers[HeaderRules.MessageId] ?? Headers[HeaderRules.OriginalMessageId]
        ?? string.Create(CultureInfo.InvariantCulture, $"{Info.Stream}:{Info.Sequence}");

    public override string Subject { get; } = subject;

    public override string Stream => Info.Stream;

    public override string Consumer => runner.Definition.Name;

    public override ulong Sequence => Info.Sequence;

    public override int DeliveryCount => Info.DeliveryCount + (_flow?.Retries ?? 0);

    public override DateTimeOffset Timestamp => Info.Timestamp;

    public override string CorrelationId => Headers[HeaderRules.CorrelationId] ?? MessageId;

    public override string? CausationId => Headers[HeaderRules.CausationId];

    public override MessageHeaders Headers { get; } = headers ?? MessageHeaders.None;

    public override IServiceProvider Services => _scope.Services;

    private DeliveryFlow Flow => _flow ??= new DeliveryFlow();

    protected FailureClassifier Failures => runner.Services.Failures;

    protected MessagingLog Log => runner.Services.Log;

    /// <summary>True when the server's filter let it through though no route asks for it: done with, not handled.</summary>
    public bool IsUnwanted { get; init; }

    /// <summary>Why the message cannot be handled at all, or null for one that can.</summary>
    public virtual string? Defect => null;

    public override ValueTask<PublishReceipt> PublishAsync<T>(T message, CancellationToken cancellationToken = default) =>
        runner.Services.Publisher.PublishCausedAsync(message, this, _published++, cancellationToken);

    public override ValueTask<BatchReceipt> PublishBatchAsync<T>(IReadOnlyList<T> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var first = _published;
        _published += messages.Count;
        return runner.Services.Publisher.PublishBatchCausedAsync(messages, this, first, cancellationToken);
    }

    public override ValueTask<ScheduleReceipt> ScheduleAsync<T>(T message, DateTimeOffset dueAt, CancellationToken cancellationToken = default) =>
        runner.Services.Publisher.ScheduleCausedAsync(message, dueAt, this, _published++, cancellationToken);

    /// <summary>Makes the delivery fresh, so that the handlers can run again: new services, and the same ids for what they publish.</summary>
    public ValueTask RestartAsync()
    {
        var used = _scope;
        _scope = new(runner.Services.Scopes);
        _published = 0;
        return used.DisposeAsync();
    }

    /// <summary>The key that doubled deliveries share: contract and business key, or the message id.</summary>
    public abstract string IdempotencyKey { get; }

    /// <summary>How doubles are recognised: the strongest kind that one of the handlers asks for.</summary>
    public abstract Idempotency Idempotency { get; }

    /// <summary>The contract that it was decoded as, or null.</summary>
    public abstract MessageContract? Contract { get; }

    /// <summary>The handler that runs, or the only one; null when there is none.</summary>
    public abstract HandlerOptions? Running { get; }

    /// <summary>Drops the handlers whose content filter says no.</summary>
    /// <returns>False when none is left.</returns>
    public abstract bool SelectHandlers();

    /// <summary>Begins a batch of messages of this one's contract; null when it has none.</summary>
    /// <param name="count">How many there will be, this one included.</param>
    public virtual Gathering? NewBatch(int count) => null;

    /// <summary>Runs the selected handlers one after the other.</summary>
    public abstract ValueTask HandleAsync(CancellationToken cancellationToken);

    /// <summary>The payload, for a copy when the stream no longer holds the original.</summary>
    public abstract ReadOnlyMemory<byte> CopyPayload();

    /// <summary>Begins: the caller, and nobody else, may work on it or give it back.</summary>
    /// <returns>False when somebody else has begun.</returns>
    public bool TryBegin() => Interlocked.CompareExchange(ref _isBegun, 1, 0) == 0;

    /// <summary>Nobody works on it any more: it waits for its next try.</summary>
    public void Rest()
    {
        RetryDelay = null;
        Batch = null;
        Flow.Retries++;
        TakeBack();
    }

    /// <summary>As if it had not been begun.</summary>
    public void TakeBack() => Volatile.Write(ref _isBegun, 0);

    /// <summary>Ends the scope of its services.</summary>
    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}

/// <summary>A delivery whose message was decoded.</summary>
internal class Delivery<T>(ConsumerRunner runner, in IncomingMessage incoming, MessageRoute[] routes)
    : Delivery(runner, incoming.Subject, incoming.Headers, incoming.Delivery)
    where T : IMessage<T>
{
    private MessageRoute[] _routes = routes;
    private int _running;

    public T Message { get; set; } = default!;

    public override MessageContract? Contract => T.Contract;

    public override HandlerOptions? Running => _running < _routes.Length ? _routes[_running].Options : null;

    public override string IdempotencyKey => MessageIds.FromKey(_routes[0].Scope, T.GetIdempotencyKey(Message)) ?? MessageId;

    public override Idempotency Idempotency
    {
        get
        {
            var strongest = Idempotency.None;
            foreach (var route in _routes)
            {
                strongest = route.Options.Idempotency > strongest ? route.Options.Idempotency.Value : strongest;
            }

            return strongest;
        }
    }

    public override bool SelectHandlers()
    {
        if (Array.Exists(_routes, static route => ((MessageRoute<T>)route).Filter is not null))
        {
            _routes = Array.FindAll(_routes, route => ((MessageRoute<T>)route).Filter?.Invoke(Message) ?? true);
        }

        return _routes.Length > 0;
    }

    public override ValueTask HandleAsync(CancellationToken cancellationToken) =>
        _routes.Length == 1
            ? ((MessageRoute<T>)_routes[0]).Handler(Message, this, cancellationToken)
            : HandleAllAsync(cancellationToken);

    public override Gathering? NewBatch(int count) => ((MessageRoute<T>)_routes[0]).NewBatch(count, ConsumerServices);

    public override ReadOnlyMemory<byte> CopyPayload() => MessageSerializer.SerializeToArray(Message);

    private async ValueTask HandleAllAsync(CancellationToken cancellationToken)
    {
        var ignored = 0;
        for (_running = 0; _running < _routes.Length; _running++)
        {
            try
            {
                await ((MessageRoute<T>)_routes[_running]).Handler(Message, this, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (ignored < _routes.Length - 1 && !cancellationToken.IsCancellationRequested && IsIgnored(e))
            {
                // One handler's exception that is to be ignored takes the message from none of the others. The last of all leaves as it is.
                ignored++;
                Log.Ignored(Consumer, Subject, Sequence, e);
            }
        }
    }

    private bool IsIgnored(Exception exception) => Failures.Classify(Running, this, exception).Action == FailureAction.Ignore;
}

/// <summary>A delivery that no handler can take: it goes to the quarantine stream as it is.</summary>
internal sealed class DefectiveDelivery(ConsumerRunner runner, in IncomingMessage incoming, string defect)
    : Delivery(runner, incoming.Subject, incoming.Headers, incoming.Delivery)
{
    private readonly byte[] _payload = incoming.Payload.ToArray();

    public override string Defect { get; } = defect;

    public override string IdempotencyKey => MessageId;

    public override Idempotency Idempotency => Idempotency.None;

    public override MessageContract? Contract => null;

    public override HandlerOptions? Running => null;

    public override bool SelectHandlers() => true;

    public override ValueTask HandleAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ReadOnlyMemory<byte> CopyPayload() => _payload;
}
