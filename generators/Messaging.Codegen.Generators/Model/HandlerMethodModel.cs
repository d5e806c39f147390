namespace Messaging.Codegen.Generators.Model;

/// <summary>One <c>[Handler]</c> method: one emitted stub, one row or several of the routing table.</summary>
internal sealed record HandlerMethodModel
{
    /// <summary>The method as code writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The emitted stub; differs from <see cref="Name"/> for overloads.</summary>
    public required string StubName { get; init; }

    /// <summary>True when no instance is needed.</summary>
    public required bool IsStatic { get; init; }

    /// <summary>For messages and metrics, for example <c>Shop.BillingHandler.HandleAsync(OrderPlaced)</c>.</summary>
    public required string Display { get; init; }

    /// <summary><c>global::Shop.OrderPlaced</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>The contract's identity, <c>name/vN</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>One per parameter, in order.</summary>
    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>How its end is awaited.</summary>
    public required Completion Completion { get; init; }

    /// <summary>What it returns, without the task around it.</summary>
    public required ReturnShape Returns { get; init; }

    /// <summary>The subjects that lead to it, sorted; none overlaps another.</summary>
    public required EquatableArray<string> Filters { get; init; }

    /// <summary>The content filter as code writes it, for example <c>global::Shop.BillingHandler.IsRelevant</c>, or null.</summary>
    public required string? ContentFilter { get; init; }

    /// <summary>What the attribute says.</summary>
    public required HandlerOptionsModel Options { get; init; }

    /// <summary>The slice that the module depends on.</summary>
    public RouteRow ToRoute() => new()
    {
        StubName = StubName,
        Display = Display,
        Contract = Contract,
        Identity = Identity,
        Reply = Returns.Kind == ReturnKind.Reply ? Returns.Type : null,
        Filters = Filters,
        ContentFilter = ContentFilter,
        Options = Options,
        Publishes = Returns.Identities().Distinct().OrderBy(static identity => identity, StringComparer.Ordinal).ToEquatableArray(),
    };
}

/// <summary>How a handler's end is awaited.</summary>
internal enum Completion
{
    /// <summary>It has ended when it returns.</summary>
    Synchronous,

    /// <summary>It returns a <c>Task</c>.</summary>
    Task,

    /// <summary>It returns a <c>ValueTask</c>.</summary>
    ValueTask,
}
