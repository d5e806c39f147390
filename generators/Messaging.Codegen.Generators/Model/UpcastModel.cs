using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Generators.Model;

/// <summary>A method with <c>[Upcast]</c>, of this assembly or a referenced one.</summary>
internal sealed record UpcastModel
{
    /// <summary>The older version, <c>name/vN</c>.</summary>
    public required string From { get; init; }

    /// <summary>The version that it becomes.</summary>
    public required string To { get; init; }

    /// <summary><c>global::Shop.OrderPlaced</c>, the older version.</summary>
    public required string FromType { get; init; }

    /// <summary>Where the older version is published.</summary>
    public required SubjectTemplate FromSubject { get; init; }

    public required UpcastCall Call { get; init; }

    /// <summary>The method as metadata names it, <c>Shop.Outer+Mapping.From</c>: how an assembly that references this one finds it.</summary>
    public required string MetadataName { get; init; }

    /// <summary>What the assembly tells those that reference it: <c>orders.placed/v2 upcast orders.placed/v1</c>.</summary>
    public FactLine ToFact() => new(To, FactKinds.Upcast, From, MetadataName);
}

/// <summary>The upcasters that one part of a type declares, at least one.</summary>
internal sealed record DeclaredUpcasts(EquatableArray<UpcastModel> Upcasts);

/// <summary>The call of an upcaster.</summary>
/// <param name="Method"><c>global::Shop.OrderPlacedV2.From</c>.</param>
/// <param name="TakesContext">True when it wants to know more than the message.</param>
internal sealed record UpcastCall(string Method, bool TakesContext);
