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

    public static readonly DiagnosticDescriptor RawClient = Create(
        DiagnosticIds.RawClient, Usage,
        "A contract goes past its publisher",
        "'{0}' is sent by '{1}', without its subject, its id and the stream's receipt: use IPublisher<{0}> or an IRequestClient",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SubjectFromText = Create(
        DiagnosticIds.SubjectFromText, Usage,
        "A subject is made from text",
        "'{0}' becomes a part of a subject as it is, and a dot, a wildcard or a space in it changes the subject: use the contract's subject builder, or SubjectToken.Format",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ModuleMissing = Create(
        DiagnosticIds.ModuleMissing, Usage,
        "An application leaves modules out",
        "AddMessaging leaves '{0}' out, so that nothing of it is published or handled: call AddApplicationModules",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OldVersionPublished = Create(
        DiagnosticIds.OldVersionPublished, Usage,
        "An old version of a contract is published",
        "'{0}' is published although '{1}' exists, so that nobody can stop handling it: publish that",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);
}
