using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Generators.Model;

/// <summary>What the module needs to know of a contract that its assembly defines. Members and facts are no part of it.</summary>
/// <param name="Identity"><c>name/vN</c>.</param>
/// <param name="Type"><c>global::Shop.OrderPlaced</c>.</param>
/// <param name="Publisher">The emitted publisher, <c>global::Shop.OrderPlacedPublisher</c>; null for a request, which is never published.</param>
/// <param name="Reply">The reply's contract when this one is a request, else null.</param>
internal sealed record ContractRow(string Identity, string Type, string? Publisher, string? Reply)
{
    /// <summary>The identities of the older versions that are published with it.</summary>
    public EquatableArray<string> Copies { get; init; }

    /// <summary>What the assembly tells those that reference it: <c>orders.placed/v2 alsoPublish orders.placed/v1</c>.</summary>
    public IEnumerable<FactLine> ToFacts() => Copies.Select(copy => new FactLine(Identity, FactKinds.AlsoPublish, copy));
}
