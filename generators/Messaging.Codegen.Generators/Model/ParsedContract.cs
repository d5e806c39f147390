namespace Messaging.Codegen.Generators.Model;

/// <summary>A <c>[Message]</c> type: one of the three is there, or none.</summary>
/// <param name="Contract">What is emitted when nothing is wrong.</param>
/// <param name="Broken">What is emitted in its place when something is.</param>
/// <param name="Lost">What is said when nothing can be added to the type at all, and nobody else would say so.</param>
internal sealed record ParsedContract(ContractModel? Contract, BrokenContractModel? Broken, LostContractModel? Lost);

/// <summary>
/// A contract with a mistake in it. An analyzer reports the mistake; that the type is a contract stays true, so that publishers, handlers and clients
/// of it do not become errors too.
/// </summary>
/// <param name="HintName">The emitted file's name.</param>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="Declarations">The declarations to open, outermost first.</param>
/// <param name="Type">The contract as code writes it.</param>
/// <param name="DisplayName">The contract for messages.</param>
/// <param name="Publisher">The publisher's name, or null when there is none.</param>
/// <param name="Accessibility">What the publisher may be.</param>
/// <param name="IsReusable">True when messages are read over existing ones too.</param>
/// <param name="IsValueType">True for a struct.</param>
internal sealed record BrokenContractModel(
    string HintName,
    string? Namespace,
    EquatableArray<string> Declarations,
    string Type,
    string DisplayName,
    string? Publisher,
    string Accessibility,
    bool IsReusable,
    bool IsValueType);
