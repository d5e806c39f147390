using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>Where the subjects of a stream are written.</summary>
internal static class StreamSyntax
{
    /// <summary>The expressions of the subjects, one by one or in an array; empty when they stand in another form.</summary>
    public static IReadOnlyList<ExpressionSyntax> Subjects(AttributeSyntax attribute)
    {
        var positional = attribute.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).Skip(1).ToList() ?? [];
        if (positional.Exists(static argument => argument.NameColon is not null))
        {
            return [];
        }

        return positional is [{ Expression: var only }] ? Elements(only) ?? [only] : [.. positional.Select(static argument => argument.Expression)];
    }

    private static IReadOnlyList<ExpressionSyntax>? Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: var items } => items.Expressions,
        CollectionExpressionSyntax items => [.. items.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression)],
        _ => null,
    };
}
