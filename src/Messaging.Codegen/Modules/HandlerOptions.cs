namespace Messaging.Codegen;

/// <summary>What a <see cref="HandlerAttribute"/> says, with its durations parsed. Null means that the attribute is silent.</summary>
/// <param name="consumer">The durable consumer's name.</param>
/// <param name="handler">The method, for messages and metrics, for example <c>Shop.BillingHandler.HandleAsync(OrderPlaced)</c>.</param>
public sealed class HandlerOptions(string consumer, string handler)
{
    /// <summary>The durable consumer's name.</summary>
    public string Consumer { get; } = consumer;

    /// <summary>The method, for messages and metrics.</summary>
    public string Handler { get; } = handler;

    /// <summary>How many deliveries a message gets.</summary>
    public int? MaxDeliver { get; init; }

    /// <summary>The delays before the next deliveries.</summary>
    public IReadOnlyList<TimeSpan>? Backoff { get; init; }

    /// <summary>How many messages are worked on at a time.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How many messages are fetched ahead.</summary>
    public int? Prefetch { get; init; }

    /// <summary>How long the server waits for a sign of life.</summary>
    public TimeSpan? AckWait { get; init; }

    /// <summary>How doubled deliveries are recognised.</summary>
    public Idempotency? Idempotency { get; init; }

    /// <summary>What an exception means by the handler's <see cref="OnExceptionAttribute"/>; a result of null means that none fits.</summary>
    public Func<Exception, FailureResponse?>? OnException { get; init; }

    /// <summary>The member whose value orders the messages.</summary>
    public string? PartitionBy { get; init; }

    /// <summary>How many messages may be begun within a period, in one process.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The most messages that a handler of batches gets at once.</summary>
    public int? BatchSize { get; init; }

    /// <summary>How long the first message of a batch waits for others.</summary>
    public TimeSpan? BatchWait { get; init; }

    /// <summary>How long the handler may work on one message or batch.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Where a new consumer begins.</summary>
    public DeliverFrom? DeliverFrom { get; init; }
}
