using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors of handlers, consumers and streams.</summary>
internal static partial class Rules
{
    private const string Handlers = "Messaging.Handlers";
    private const string Topology = "Messaging.Topology";

    public static readonly DiagnosticDescriptor NoManifest = Create(
        DiagnosticIds.NoManifest, Contracts,
        "A contract comes from an assembly without a manifest",
        "The contract '{0}' has no serializer: its assembly '{1}' must reference the package Messaging.Codegen and be built with it");

    public static readonly DiagnosticDescriptor WhereWithoutToken = Create(
        DiagnosticIds.WhereWithoutToken, Subjects,
        "A [Where] cannot narrow the subject",
        "[Where] on '{0}' cannot narrow the subject '{1}': {2}");

    public static readonly DiagnosticDescriptor HandlerSignature = Create(
        DiagnosticIds.HandlerSignature, Handlers,
        "A handler has an unusable signature",
        "'{0}' cannot be a handler: {1}");

    public static readonly DiagnosticDescriptor HandlerConstruction = Create(
        DiagnosticIds.HandlerConstruction, Handlers,
        "A handler cannot be constructed",
        "Emitted code cannot construct the handler '{0}': {1}");

    public static readonly DiagnosticDescriptor HandlerNeverCalled = Create(
        DiagnosticIds.HandlerNeverCalled, Handlers,
        "A [Handler] is never called",
        "'{0}' would never be called: {1}");

    public static readonly DiagnosticDescriptor ReplyMismatch = Create(
        DiagnosticIds.ReplyMismatch, Handlers,
        "A handler does not return the reply of its request",
        "'{0}' handles the request '{1}' and must return its reply '{2}': {3}");

    public static readonly DiagnosticDescriptor InvalidOnException = Create(
        DiagnosticIds.InvalidOnException, Handlers,
        "An [OnException] cannot work",
        "[OnException] on '{0}' cannot work: {1}");

    public static readonly DiagnosticDescriptor OptionWithoutEffect = Create(
        DiagnosticIds.OptionWithoutEffect, Handlers,
        "An option of a handler has no effect",
        "{0} has no effect on '{1}': {2}",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor PartitionMember = Create(
        DiagnosticIds.PartitionMember, Handlers,
        "A member cannot order a handler's messages",
        "'{0}' cannot be partitioned by '{1}': {2}");

    public static readonly DiagnosticDescriptor BatchSignature = Create(
        DiagnosticIds.BatchSignature, Handlers,
        "A handler cannot take batches as it is",
        "'{0}' cannot take batches: {1}");

    public static readonly DiagnosticDescriptor InvalidName = Create(
        DiagnosticIds.InvalidName, Topology,
        "A name is invalid on the server",
        "'{0}' {1} the name of a {2}: {3}");

    public static readonly DiagnosticDescriptor OptionOutOfRange = Create(
        DiagnosticIds.OptionOutOfRange, Topology,
        "A limit or duration is out of range",
        "{0} cannot be {1}: {2}");
}
