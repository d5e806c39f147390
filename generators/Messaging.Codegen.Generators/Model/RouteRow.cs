namespace Messaging.Codegen.Generators.Model;

/// <summary>A row of the routing table: subject, contract, consumer, handler.</summary>
internal sealed record RouteRow
{
    /// <summary>The emitted stub.</summary>
    public required string StubName { get; init; }

    /// <summary>For messages and metrics, for example <c>Shop.BillingHandler.HandleAsync(OrderPlaced)</c>.</summary>
    public required string Display { get; init; }

    /// <summary><c>global::Shop.OrderPlaced</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>The contract's identity, <c>name/vN</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>The reply's type when the contract is a request, else null.</summary>
    public required string? Reply { get; init; }

    /// <summary>The subjects, sorted; none overlaps another.</summary>
    public required EquatableArray<string> Filters { get; init; }

    /// <summary>What narrowed them.</summary>
    public required EquatableArray<Narrowing> Narrowings { get; init; }

    /// <summary>The older versions that become <see cref="Contract"/> by upcasters, the oldest first.</summary>
    public EquatableArray<OlderVersion> Older { get; init; }

    /// <summary>The content filter as code writes it, or null.</summary>
    public required string? ContentFilter { get; init; }

    /// <summary>True when the handler takes several messages at once.</summary>
    public required bool IsBatch { get; init; }

    /// <summary>What orders the messages, or null.</summary>
    public required PartitionModel? Partition { get; init; }

    /// <summary>What the attribute says.</summary>
    public required HandlerOptionsModel Options { get; init; }

    /// <summary>The identities of the messages that the handler may return, sorted.</summary>
    public required EquatableArray<string> Publishes { get; init; }
}
