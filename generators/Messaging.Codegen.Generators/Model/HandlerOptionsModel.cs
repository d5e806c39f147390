namespace Messaging.Codegen.Generators.Model;

/// <summary>What a <c>[Handler]</c> attribute says. Null means that it is silent. Durations are in units of 100 ns.</summary>
internal sealed record HandlerOptionsModel
{
    /// <summary>The durable consumer's name.</summary>
    public required string Consumer { get; init; }

    public int? MaxDeliver { get; init; }

    public EquatableArray<long> Backoff { get; init; }

    public int? Concurrency { get; init; }

    public int? Prefetch { get; init; }

    public long? AckWait { get; init; }

    /// <summary>The name of the enum's member.</summary>
    public string? Idempotency { get; init; }

    public int? BatchSize { get; init; }

    public long? BatchWait { get; init; }

    public RateModel? RateLimit { get; init; }

    public long? Timeout { get; init; }

    /// <summary>The name of the contract's member.</summary>
    public string? PartitionBy { get; init; }

    /// <summary>The name of the enum's member.</summary>
    public string? DeliverFrom { get; init; }

    /// <summary>What exceptions mean, most derived types first; one rule for a type.</summary>
    public EquatableArray<ExceptionRuleModel> OnException { get; init; }
}
