namespace Messaging.Codegen.Generators.Model;

/// <summary>What the module needs to know of a contract that its assembly defines. Members and facts are no part of it.</summary>
/// <param name="Identity"><c>name/vN</c>.</param>
/// <param name="Type"><c>global::Shop.OrderPlaced</c>.</param>
/// <param name="Publisher">The emitted publisher, <c>global::Shop.OrderPlacedPublisher</c>; null for a request, which is never published.</param>
/// <param name="Reply">The reply's contract when this one is a request, else null.</param>
internal sealed record ContractRow(string Identity, string Type, string? Publisher, string? Reply);
