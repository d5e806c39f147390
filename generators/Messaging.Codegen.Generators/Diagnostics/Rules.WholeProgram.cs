using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors of what no single type shows. Their tag keeps editors from expecting them while the developer types.</summary>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor DuplicateIdentity = Create(
        DiagnosticIds.DuplicateIdentity, Contracts,
        "Two contracts have the same name and version",
        "'{0}' has the identity '{1}', which '{2}' has already: give one of them another name or version",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UncoveredSubject = Create(
        DiagnosticIds.UncoveredSubject, Subjects,
        "No stream stores a subject",
        "The subject '{0}' of '{1}' is not stored: {2}",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SharedSubject = Create(
        DiagnosticIds.SharedSubject, Subjects,
        "Two contracts share a subject",
        "The subject '{0}' of '{1}' is shared with '{2}', which has '{3}': a message is known by its subject alone, so that one would be read as the other; {4}",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor StoredRequest = Create(
        DiagnosticIds.StoredRequest, Subjects,
        "A stream stores a request",
        "The request '{0}' is sent to '{1}', and the stream '{2}' stores '{3}': the stream's receipt would come as the reply; set them apart",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SharedConsumer = Create(
        DiagnosticIds.SharedConsumer, Handlers,
        "Two handlers of a contract get in each other's way",
        "'{0}' and '{1}', handlers of '{2}', {3}",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);
}
