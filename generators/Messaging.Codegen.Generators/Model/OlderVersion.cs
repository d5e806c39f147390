namespace Messaging.Codegen.Generators.Model;

/// <summary>A version that a handler gets by upcasters, because it handles a newer one.</summary>
/// <param name="Identity"><c>name/vN</c>.</param>
/// <param name="Contract"><c>global::Shop.OrderPlaced</c>.</param>
/// <param name="Filters">Its subjects, sorted; none overlaps another.</param>
/// <param name="Calls">The upcasters in the order in which they are called.</param>
internal sealed record OlderVersion(string Identity, string Contract, EquatableArray<string> Filters, EquatableArray<UpcastCall> Calls);
