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

    public static readonly DiagnosticDescriptor SwallowedFailure = Create(
        DiagnosticIds.SwallowedFailure, Handlers,
        "A handler hides a failure",
        "'{0}' catches {1} and ends as if it had succeeded, so that the message is acknowledged: rethrow, or catch only what can be dealt with",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor PublisherInHandler = Create(
        DiagnosticIds.PublisherInHandler, Handlers,
        "A handler publishes beside its context",
        "'{0}' publishes '{1}' by a publisher, so that it belongs to no conversation and to no transaction: use PublishAsync of the MessageContext",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NewIdPerDelivery = Create(
        DiagnosticIds.NewIdPerDelivery, Handlers,
        "A handler publishes with a new id at each delivery",
        "'{0}' publishes '{1}' with a new id at each delivery, so that a second one doubles it: set MessageId, give the contract an [IdempotencyKey], or use the MessageContext",
        DiagnosticSeverity.Warning);
}
