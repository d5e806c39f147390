namespace Messaging.Codegen.Generators.Model;

/// <summary>A class with <c>[Handler]</c> methods: one emitted file.</summary>
internal sealed record HandlerClassModel
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

    /// <summary>The handler methods in the order in which they are declared.</summary>
    public required EquatableArray<HandlerMethodModel> Methods { get; init; }

    /// <summary>The slice that the module depends on: it does not change with bodies, parameters and services.</summary>
    public HandlerRegistration ToRegistration() => new(
        TypeName,
        (Namespace is null ? "global::" : "global::" + Namespace + ".") + ConsumersName,
        Constructor is not null,
        Methods.Select(static method => method.ToRoute()).ToEquatableArray());
}

/// <summary>The constructor that emitted code calls.</summary>
/// <param name="Arguments">One per parameter, in order.</param>
internal sealed record ConstructorModel(EquatableArray<ArgumentModel> Arguments);
