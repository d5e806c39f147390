using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors of how application code uses the library.</summary>
internal static partial class Rules
{
    private const string Usage = "Messaging.Usage";

    public static readonly DiagnosticDescriptor DroppedTask = Create(
        DiagnosticIds.DroppedTask, Usage,
        "Nobody waits for a message to be sent",
        "'{1}' does not wait for '{0}', so that nobody learns when the message was not stored: await it, or discard it with '_ ='",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnusableMessageId = Create(
        DiagnosticIds.UnusableMessageId, Usage,
        "A message id does not tell copies apart",
        "'{0}' cannot be a message id: {1}");

    public static readonly DiagnosticDescriptor UnusableHeader = Create(
        DiagnosticIds.UnusableHeader, Usage,
        "A header cannot be sent",
        "The header '{0}' cannot be sent: {1}",
        DiagnosticSeverity.Warning);
}
