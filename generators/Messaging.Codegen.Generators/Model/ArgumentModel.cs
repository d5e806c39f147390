namespace Messaging.Codegen.Generators.Model;

/// <summary>What emitted code passes for one parameter of a handler or of its constructor.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Type">The service's type; empty unless <paramref name="Kind"/> is <see cref="ArgumentKind.Service"/>.</param>
/// <param name="IsValueType">True when the service is a struct.</param>
/// <param name="Key">The key of a keyed service as an expression, or null.</param>
/// <param name="Default">What is passed when the service is not registered, as an expression; null when it must be.</param>
internal sealed record ArgumentModel(ArgumentKind Kind, string Type = "", bool IsValueType = false, string? Key = null, string? Default = null);

/// <summary>Where an argument's value comes from.</summary>
internal enum ArgumentKind
{
    /// <summary>The message.</summary>
    Message,

    /// <summary>The messages of a batch.</summary>
    Batch,

    /// <summary>Its context.</summary>
    Context,

    /// <summary>The delivery's cancellation token.</summary>
    CancellationToken,

    /// <summary>A service of the delivery's scope.</summary>
    Service,

    /// <summary>The scope itself.</summary>
    ServiceProvider,
}
