using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Adds <c>[Union]</c> attributes to the declarations of unions.</summary>
internal static class UnionEdit
{
    /// <summary>Lists the types that the diagnostics are about. Those of one union get numbers in the order of their places.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editors = new SolutionEditors(solution);
        var next = new Dictionary<SyntaxNode, long>();
        var done = new HashSet<(SyntaxNode, string)>();
        foreach (var diagnostic in diagnostics.OrderBy(static item => item.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static item => item.Location.SourceSpan))
        {
            var type = await FindTypeAsync(solution, diagnostic.Location, cancellationToken).ConfigureAwait(false);
            if (type is null)
            {
                continue;
            }

            foreach (var (union, free) in UnionParser.FindUnlisted(type))
            {
                if (FindDeclaration(union, cancellationToken) is not { } declaration
                    || solution.GetDocument(declaration.SyntaxTree) is not { } document
                    || !done.Add((declaration, type.DisplayName())))
                {
                    continue;
                }

                var editor = await editors.OfAsync(document, cancellationToken).ConfigureAwait(false);
                var tag = next.TryGetValue(declaration, out var taken) ? taken : free;
                next[declaration] = tag + 1;
                MemberAttributes.AddLine(
                    editor, declaration,
                    $"MessagePack.Union({Identifiers.Literal(tag)}, typeof({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}))");
            }
        }

        return editors.Apply();
    }

    private static async Task<INamedTypeSymbol?> FindTypeAsync(Solution solution, Location location, CancellationToken cancellationToken)
    {
        if (location.SourceTree is not { } tree || solution.GetDocument(tree) is not { } document)
        {
            return null;
        }

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        return root.FindNode(location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? model?.GetDeclaredSymbol(declaration, cancellationToken) as INamedTypeSymbol
            : null;
    }

    /// <summary>The declaration that lists the other cases.</summary>
    private static TypeDeclarationSyntax? FindDeclaration(INamedTypeSymbol union, CancellationToken cancellationToken) =>
        union.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .OrderByDescending(static declaration => declaration.AttributeLists.Count)
            .FirstOrDefault();
}
