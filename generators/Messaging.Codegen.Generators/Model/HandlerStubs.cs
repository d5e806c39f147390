namespace Messaging.Codegen.Generators.Model;

/// <summary>The emitted file of a handler class.</summary>
internal sealed record HandlerStubs
{
    /// <summary>The emitted file's name.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace as code writes it, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary><c>global::Shop.BillingHandler</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The emitted class, for example <c>BillingHandlerConsumers</c>.</summary>
    public required string ConsumersName { get; init; }

    /// <summary>How the handler is made; null when every handler method is static.</summary>
    public required ConstructorModel? Constructor { get; init; }

    /// <summary>The handler methods, sorted.</summary>
    public required EquatableArray<StubModel> Methods { get; init; }

    /// <summary>The emitted class with its namespace, <c>global::Shop.BillingHandlerConsumers</c>.</summary>
    public string FullConsumersName => (Namespace is null ? "global::" : "global::" + Namespace + ".") + ConsumersName;
}

/// <summary>The constructor that emitted code calls.</summary>
/// <param name="Arguments">One per parameter, in order.</param>
internal sealed record ConstructorModel(EquatableArray<ArgumentModel> Arguments);
