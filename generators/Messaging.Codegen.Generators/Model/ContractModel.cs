namespace Messaging.Codegen.Generators.Model;

/// <summary>Everything that is emitted for a <c>[Message]</c> type.</summary>
internal sealed record ContractModel
{
    public required ContractHeader Header { get; init; }

    public required string HintName { get; init; }

    /// <summary>The CLR name for facts: <c>Shop.OrderPlaced</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The namespace, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The declarations to open, outermost first: <c>partial class Outer</c>, <c>partial record OrderPlaced</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>The type's own name, not escaped; emitted types are named after it.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the file-local class beside it, not escaped.</summary>
    public required string PartsName { get; init; }

    /// <summary><c>public</c> or <c>internal</c>: what the emitted publisher may be.</summary>
    public required string Accessibility { get; init; }

    /// <summary>True when simple names of the serializer runtime would mean something else in this place.</summary>
    public required bool NeedsQualifiedRuntime { get; init; }

    /// <summary>Its layout; null when it is a union.</summary>
    public required ObjectModel? Object { get; init; }

    /// <summary>The shape that is this type itself, when it is a union or nests itself; else null.</summary>
    public required string? SelfShape { get; init; }

    /// <summary>Every other type that is written and read.</summary>
    public required EquatableArray<ShapeModel> Shapes { get; init; }

    public required SubjectModel Subject { get; init; }

    /// <summary>The members of the idempotency key, in the order of their keys.</summary>
    public required EquatableArray<ScalarMember> IdempotencyKey { get; init; }

    /// <summary>The older versions that are published with it, the nearest first.</summary>
    public required EquatableArray<CopyModel> Copies { get; init; }

    /// <summary>What the module needs to know.</summary>
    public ContractRow ToRow() => new(Header.Identity, Header.Type.Name, Header.Reply is null ? Header.Type.Name + "Publisher" : null, Header.Reply?.Name)
    {
        Copies = Copies.Select(static copy => copy.Identity).ToEquatableArray(),
    };
}
