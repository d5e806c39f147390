using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators.Incremental;

/// <summary>
/// The types that carry an attribute, parsed again only when an edit may have changed what their parser finds. Roslyn's own search by an attribute's name asks the
/// compiler about every annotated declaration after each edit: with 1,000 contracts and as many handlers that alone is more than an editor's pause.
/// </summary>
/// <typeparam name="T">What the parser makes of a type: a value without symbols.</typeparam>
/// <param name="attribute">The name of the attribute's class.</param>
/// <param name="listsOf">Where a type can carry it.</param>
/// <param name="parse">Makes the value; null for a declaration that gives none.</param>
/// <param name="isLasting">False for a value that depends on more than declarations, and must be found anew each time.</param>
internal sealed class AnnotatedTypes<T>(
    string attribute,
    Func<TypeDeclarationSyntax, IEnumerable<AttributeListSyntax>> listsOf,
    Func<TypeDeclarationSyntax, INamedTypeSymbol, Compilation, CancellationToken, T?> parse,
    Func<T?, bool> isLasting)
    where T : class
{
    private const string Suffix = "Attribute";

    private readonly ConditionalWeakTable<TypeDeclarationSyntax, Found> _found = new();

    /// <summary>The values of the program's types.</summary>
    public IncrementalValuesProvider<T> Register(SyntaxValueProvider syntax) =>
        syntax.CreateSyntaxProvider(
                (node, _) => node is TypeDeclarationSyntax type && listsOf(type).Any(),
                (context, cancellationToken) => Parse((TypeDeclarationSyntax)context.Node, context.SemanticModel, cancellationToken))
            .Where(static value => value is not null)
            .Select(static (value, _) => value!);

    private T? Parse(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellationToken)
    {
        var program = ProgramDeclarations.Of(model.Compilation, cancellationToken);
        if (!program.HasGlobalAlias && !FileDeclarations.Of(type.SyntaxTree, cancellationToken).HasAlias && !IsNamed(type))
        {
            return null;
        }

        var state = program.StateAround(type.SyntaxTree);
        if (_found.TryGetValue(type, out var found) && found.State == state)
        {
            return found.Value;
        }

        var value = model.GetDeclaredSymbol(type, cancellationToken) is INamedTypeSymbol symbol ? parse(type, symbol, model.Compilation, cancellationToken) : null;
        _found.Remove(type);
        if (isLasting(value))
        {
            _found.GetValue(type, _ => new Found(state, value));
        }

        return value;
    }

    private bool IsNamed(TypeDeclarationSyntax type)
    {
        foreach (var list in listsOf(type))
        {
            foreach (var candidate in list.Attributes)
            {
                var name = candidate.Name switch
                {
                    QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                    AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
                    SimpleNameSyntax simple => simple.Identifier.ValueText,
                    _ => "",
                };
                if (name == attribute || name + Suffix == attribute)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private sealed class Found(long state, T? value)
    {
        public long State { get; } = state;

        public T? Value { get; } = value;
    }
}
