using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Guards against parsing a type once for each of its annotated declarations.</summary>
internal static class Annotated
{
    /// <summary>
    /// True for the declaration that the attribute stands on first. One that stands on two parts of a partial type, or twice on one, would otherwise give two
    /// files of one name, which ends the generator. (Standing twice is an error of its own when the attribute allows no multiples.)
    /// </summary>
    public static bool IsFirstPart(SyntaxNode declaration, AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == declaration.SyntaxTree
            && declaration.Span.Contains(reference.Span);
}
