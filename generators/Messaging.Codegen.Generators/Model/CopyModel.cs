namespace Messaging.Codegen.Generators.Model;

/// <summary>An older version that is published with a contract.</summary>
/// <param name="Identity"><c>name/vN</c>.</param>
/// <param name="Type"><c>global::Shop.OrderPlaced</c>.</param>
/// <param name="Method">The downcaster, <c>global::Shop.OrderPlacedV2.To</c>.</param>
internal sealed record CopyModel(string Identity, string Type, string Method);
