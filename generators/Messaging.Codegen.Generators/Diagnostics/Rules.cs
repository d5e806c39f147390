using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors: one per id, each with a page under <c>analyzers/docs</c>. Other topics are in the other parts of this class.</summary>
internal static partial class Rules
{
    private const string Contracts = "Messaging.Contracts";
    private const string Serialization = "Messaging.Serialization";
    private const string Subjects = "Messaging.Subjects";

    public static readonly DiagnosticDescriptor ContractShape = Create(
        DiagnosticIds.ContractShape, Contracts,
        "A contract must be a concrete, closed type",
        "'{0}' cannot be a contract: {1}");

    public static readonly DiagnosticDescriptor ContractNotReachable = Create(
        DiagnosticIds.ContractNotReachable, Contracts,
        "Emitted code cannot reach a type or member",
        "Emitted code cannot reach '{0}': {1}");

    public static readonly DiagnosticDescriptor NoSerializer = Create(
        DiagnosticIds.NoSerializer, Contracts,
        "A member's type has no serializer",
        "'{0}' has no serializer, but '{1}' needs one: {2}");

    public static readonly DiagnosticDescriptor NoConstructor = Create(
        DiagnosticIds.NoConstructor, Contracts,
        "A type has no constructor to be read with",
        "'{0}' cannot be constructed from its keyed members: {1}");

    public static readonly DiagnosticDescriptor NameTaken = Create(
        DiagnosticIds.NameTaken, Contracts,
        "The name of an emitted type is taken",
        "The generator writes '{0}' for the contract '{1}', but a type of that name exists: rename one of them");

    public static readonly DiagnosticDescriptor InvalidIdentity = Create(
        DiagnosticIds.InvalidIdentity, Contracts,
        "A contract's name or version is invalid",
        "'{0}' is no valid {1} of a contract: {2}");

    public static readonly DiagnosticDescriptor IdempotencyKeyMember = Create(
        DiagnosticIds.IdempotencyKeyMember, Contracts,
        "A member cannot be an idempotency key",
        "'{0}' cannot be an idempotency key: {1}");

    public static readonly DiagnosticDescriptor InvalidReply = Create(
        DiagnosticIds.InvalidReply, Contracts,
        "The reply of a request must be a contract",
        "'{0}' cannot be a request: {1}");

    public static readonly DiagnosticDescriptor InvalidUpcast = Create(
        DiagnosticIds.InvalidUpcast, Contracts,
        "A method cannot turn one version of a contract into another",
        "'{0}' cannot be an upcaster: {1}");

    public static readonly DiagnosticDescriptor InvalidAlsoPublish = Create(
        DiagnosticIds.InvalidAlsoPublish, Contracts,
        "A contract cannot be published in an older version too",
        "'{0}' cannot be published as '{1}' too: {2}");

    public static readonly DiagnosticDescriptor MissingKey = Create(
        DiagnosticIds.MissingKey, Serialization,
        "A serializable member has no key",
        "'{0}' has neither [Key] nor [IgnoreMember]: give it the next free key, {1}, or ignore it");

    public static readonly DiagnosticDescriptor DuplicateKey = Create(
        DiagnosticIds.DuplicateKey, Serialization,
        "Two members have the same key",
        "'{0}' has key {1}, which '{2}' has already: give the newer one another key");

    public static readonly DiagnosticDescriptor KeyOutOfRange = Create(
        DiagnosticIds.KeyOutOfRange, Serialization,
        "A key is out of range",
        "The key {0} of '{1}' is out of range: keys are 0 to {2}, and every key that is left out costs a byte in each message");

    public static readonly DiagnosticDescriptor KeyReserved = Create(
        DiagnosticIds.KeyReserved, Serialization,
        "A reserved key is used",
        "'{0}' cannot have this key: {1}");

    public static readonly DiagnosticDescriptor KeyMisuse = Create(
        DiagnosticIds.KeyMisuse, Serialization,
        "A key stands where it cannot work",
        "[Key] cannot work on '{0}': {1}");

    public static readonly DiagnosticDescriptor UnsupportedMember = Create(
        DiagnosticIds.UnsupportedMember, Serialization,
        "A member's type cannot be part of a message",
        "'{0}' cannot be part of a message, but '{1}' has it: {2}");

    public static readonly DiagnosticDescriptor NoUnionCases = Create(
        DiagnosticIds.NoUnionCases, Serialization,
        "An interface or abstract class has no union cases",
        "'{0}', the type of '{1}', is {2} without [Union] cases, so that readers would not know what to construct: number its types with [Union(0, typeof(…))]");

    public static readonly DiagnosticDescriptor InvalidUnion = Create(
        DiagnosticIds.InvalidUnion, Serialization,
        "A union is invalid",
        "The union '{0}' is invalid: {1}");

    public static readonly DiagnosticDescriptor InvalidConverter = Create(
        DiagnosticIds.InvalidConverter, Serialization,
        "A converter is invalid",
        "'{0}' cannot convert '{1}': {2}");

    public static readonly DiagnosticDescriptor ContractNotReusable = Create(
        DiagnosticIds.ContractNotReusable, Serialization,
        "A contract cannot be read into existing messages",
        "'{0}' has Reuse, but cannot be overwritten: {1}");

    public static readonly DiagnosticDescriptor SubjectSyntax = Create(
        DiagnosticIds.SubjectSyntax, Subjects,
        "A subject is malformed",
        "The subject '{0}' is malformed: {1}");

    public static readonly DiagnosticDescriptor SubjectWildcard = Create(
        DiagnosticIds.SubjectWildcard, Subjects,
        "A message cannot be published on a wildcard",
        "The subject '{0}' contains the wildcard '{1}', which the server would store literally: use a {{Member}} placeholder");

    public static readonly DiagnosticDescriptor SubjectPlaceholder = Create(
        DiagnosticIds.SubjectPlaceholder, Subjects,
        "A placeholder names no usable member",
        "The placeholder '{{{0}}}' of '{1}' cannot be filled: {2}");

    private static DiagnosticDescriptor Create(
        string id,
        string category,
        string title,
        string message,
        DiagnosticSeverity severity = DiagnosticSeverity.Error,
        params string[] tags) =>
        new(
            id,
            title,
            message,
            category,
            severity,
            isEnabledByDefault: true,
            helpLinkUri: $"https://github.com/messaging-codegen/messaging-codegen/blob/main/analyzers/docs/{id}.md",
            customTags: tags);
}
