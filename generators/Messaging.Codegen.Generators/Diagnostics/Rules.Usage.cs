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
}
