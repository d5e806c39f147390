using Messaging.Codegen.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>What a member's initializer says.</summary>
/// <param name="IsKnown">False when the member's source is not part of this compilation.</param>
/// <param name="HasInitializer">True when there is one that is not <c>null!</c>.</param>
/// <param name="Expression">An expression that gives the same value anywhere, or null when there is none.</param>
/// <param name="Fact">The value in the grammar of facts, or null.</param>
internal readonly record struct DeclaredDefault(bool IsKnown, bool HasInitializer, string? Expression, string? Fact)
{
    public static DeclaredDefault Of(KeyedMember member, ParseContext context)
    {
        if (member.Symbol.DeclaringSyntaxReferences is not [var reference, ..] || !context.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return default;
        }

        var expression = member.Symbol.DeclaringSyntaxReferences
            .Select(part => InitializerOf(part.GetSyntax(context.CancellationToken)))
            .FirstOrDefault(static initializer => initializer is not null);
        if (expression is null)
        {
            return new DeclaredDefault(IsKnown: true, HasInitializer: false, null, null);
        }

        while (expression is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            expression = suppressed.Operand;
        }

        return Classify(expression, member, context.Compilation.GetSemanticModel(expression.SyntaxTree), context.CancellationToken);
    }

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        _ => null,
    };

    private static DeclaredDefault Classify(ExpressionSyntax expression, KeyedMember member, SemanticModel model, CancellationToken cancellationToken)
    {
        var isNullable = member.Type.ToTypeRef().IsNullable;
        var constant = model.GetConstantValue(expression, cancellationToken);
        if (expression.IsKind(SyntaxKind.DefaultLiteralExpression) || constant is { HasValue: true, Value: null })
        {
            // Of a generic type's "default!" each closed type makes its own.
            return member.Type.IsValueType && !isNullable
                ? Known(Literals.Zero(member.Type), null)
                : new DeclaredDefault(IsKnown: true, HasInitializer: false, null, null);
        }

        if (constant.HasValue)
        {
            return Known(Literals.Of(constant.Value, member.Type), Literals.Fact(constant.Value));
        }

        return expression switch
        {
            MemberAccessExpressionSyntax when model.GetSymbolInfo(expression, cancellationToken).Symbol
                is IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => Known("\"\"", "\"\""),
            CollectionExpressionSyntax { Elements.Count: 0 } when !isNullable => Known("[]", "[]"),
            ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } when !isNullable => Known("new()", null),
            ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } when !isNullable
                && model.GetTypeInfo(expression, cancellationToken).Type is { TypeKind: not TypeKind.Error } type
                && Reachability.IsNameable(type, model.Compilation) => Known($"new {type.ToTypeRef().Name}()", null),
            _ => new DeclaredDefault(IsKnown: true, HasInitializer: true, null, null),
        };
    }

    private static DeclaredDefault Known(string expression, string? fact) => new(IsKnown: true, HasInitializer: true, expression, fact);
}
