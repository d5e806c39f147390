using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors of what handlers do.</summary>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor HandlerWithoutToken = Create(
        DiagnosticIds.HandlerWithoutToken, Handlers,
        "A handler takes no cancellation token",
        "'{0}' waits for '{1}' without a CancellationToken, also when the service stops: take one as the last parameter and pass it on",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenNotForwarded = Create(
        DiagnosticIds.TokenNotForwarded, Handlers,
        "A cancellation token is not passed on",
        "'{0}' takes a CancellationToken: pass '{1}' on, so that it ends when the service stops",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor BlockingHandler = Create(
        DiagnosticIds.BlockingHandler, Handlers,
        "A handler blocks its thread",
        "{0} blocks a thread in '{1}': await instead",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DroppedTaskInHandler = Create(
        DiagnosticIds.DroppedTaskInHandler, Handlers,
        "A handler does not wait for what it sends",
        "'{1}' does not wait for '{0}': the handled message is acknowledged whether that succeeds or not, await it");
}
