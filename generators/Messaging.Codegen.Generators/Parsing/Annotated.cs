using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Guards against Roslyn's habit of running a transform once per annotated declaration of a symbol.</summary>
internal static class Annotated
{
    /// <summary>
    /// True for one of the declarations only. An attribute that stands on two parts of a partial type, or twice on one, would otherwise give two files of
    /// one name, which ends the generator. (Standing twice is an error of its own when the attribute allows no multiples.)
    /// </summary>
    public static bool IsFirstPart(GeneratorAttributeSyntaxContext context)
    {
        var first = context.Attributes[0].AttributeClass;
        foreach (var attribute in context.TargetSymbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, first) && attribute.ApplicationSyntaxReference is { } reference)
            {
                return reference.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(reference.Span);
            }
        }

        return false;
    }
}
