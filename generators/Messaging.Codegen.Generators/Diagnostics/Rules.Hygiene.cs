using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors of what works today and hurts later.</summary>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor ImplicitIdentity = Create(
        DiagnosticIds.ImplicitIdentity, Contracts,
        "A contract's name follows the code",
        "The name '{0}' changes when '{1}' is renamed, and with it the subject and what readers look for: write it as text",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DerivedContract = Create(
        DiagnosticIds.DerivedContract, Contracts,
        "A contract derives from another one",
        "'{0}' derives from the contract '{1}': handlers of that one do not get it, and a key that is added there may be taken here; move what they share to an abstract base that is no contract",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LossyDateTime = Create(
        DiagnosticIds.LossyDateTime, Serialization,
        "A DateTime loses its kind",
        "'{0}' is a DateTime: it travels as UTC, a local or unspecified time is shifted by the writer's time zone, and readers cannot tell; use DateTimeOffset",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EnumWithoutZero = Create(
        DiagnosticIds.EnumWithoutZero, Serialization,
        "An enum has no member for zero",
        "'{0}' has no member for 0, which is what a member that an older writer does not know is read as: add 'Unknown = 0'",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnlistedCase = Create(
        DiagnosticIds.UnlistedCase, Serialization,
        "A type is missing among the cases of its union",
        "'{0}' is a '{1}' but none of its [Union] cases, so a message with one cannot be written: add [Union({2}, typeof({3}))]",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ReservedSubject = Create(
        DiagnosticIds.ReservedSubject, Subjects,
        "A subject belongs to the server",
        "The subject '{0}' begins with '{1}', {2}; choose another first token");

    public static readonly DiagnosticDescriptor SubjectHygiene = Create(
        DiagnosticIds.SubjectHygiene, Subjects,
        "A subject will make trouble",
        "The subject '{0}' will make trouble: {1}",
        DiagnosticSeverity.Warning);
}
