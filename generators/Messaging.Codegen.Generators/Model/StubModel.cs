namespace Messaging.Codegen.Generators.Model;

/// <summary>The emitted stub of one handler method. Subjects are no part of it.</summary>
internal sealed record StubModel
{
    /// <summary>The method as code writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The stub; differs from <see cref="Name"/> for overloads.</summary>
    public required string StubName { get; init; }

    /// <summary>True when no instance is needed.</summary>
    public required bool IsStatic { get; init; }

    /// <summary>For messages and metrics, for example <c>Shop.BillingHandler.HandleAsync(OrderPlaced)</c>.</summary>
    public required string Display { get; init; }

    /// <summary><c>global::Shop.OrderPlaced</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>True when it takes several messages at once.</summary>
    public required bool IsBatch { get; init; }

    /// <summary>One per parameter, in order.</summary>
    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>How its end is awaited.</summary>
    public required Completion Completion { get; init; }

    /// <summary>What it returns, without the task around it.</summary>
    public required ReturnShape Returns { get; init; }

    /// <summary>What the attribute says.</summary>
    public required HandlerOptionsModel Options { get; init; }
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
