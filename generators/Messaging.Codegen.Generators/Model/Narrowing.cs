namespace Messaging.Codegen.Generators.Model;

/// <summary>What a handler's <c>[Where]</c> attributes allow for one placeholder of the subject.</summary>
/// <param name="Member">The placeholder.</param>
/// <param name="Tokens">The tokens that may stand in its place.</param>
internal sealed record Narrowing(string Member, EquatableArray<string> Tokens);
