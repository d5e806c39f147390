using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Adds <c>[Upcast]</c> methods to the newer versions of contracts.</summary>
internal static class UpcasterEdit
{
    /// <summary>Adds a method for each of the diagnostics whose newer version is declared in the solution.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editors = new SolutionEditors(solution);
        var done = new HashSet<(SyntaxNode, string)>();
        foreach (var diagnostic in diagnostics)
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree)?.Project is not { } project
                || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
                || FindContract(compilation, diagnostic.Properties[FixProperties.Older]) is not { } older
                || FindContract(compilation, diagnostic.Properties[FixProperties.Newer]) is not { } newer
                || FindDeclaration(newer, cancellationToken) is not { } declaration
                || solution.GetDocument(declaration.SyntaxTree) is not { } document
                || !done.Add((declaration, older.DisplayName())))
            {
                continue;
            }

            var editor = await editors.OfAsync(document, cancellationToken).ConfigureAwait(false);
            var method = Write(older, newer);
            editor.ReplaceNode(declaration, (current, _) => AddTo((TypeDeclarationSyntax)current, method));
        }

        return editors.Apply();
    }

    /// <summary>It throws until it is written: a message that it cannot make is kept as a dead letter, one that it made wrong would be handled.</summary>
    private static MemberDeclarationSyntax Write(INamedTypeSymbol older, INamedTypeSymbol newer)
    {
        var (from, to) = (older.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), newer.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        var name = newer.GetMembers("From").OfType<IMethodSymbol>().Any(method => method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, older)))
            ? "From" + older.Name
            : "From";
        return SyntaxFactory.ParseMemberDeclaration($"""
            [global::Messaging.Codegen.Upcast]
            public static {to} {Identifiers.Escape(name)}({from} older) => throw new global::System.NotImplementedException("Make {newer.Name} of {older.Name}.");
            """)!.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }

    private static TypeDeclarationSyntax AddTo(TypeDeclarationSyntax type, MemberDeclarationSyntax method)
    {
        var withBraces = type.OpenBraceToken.IsKind(SyntaxKind.None)
            ? type.WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.ElasticLineFeed))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.SemicolonToken.TrailingTrivia))
            : type;
        return withBraces.AddMembers(type.Members.Count > 0 ? method.WithLeadingTrivia(SyntaxFactory.ElasticLineFeed) : method).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The contract of this identity, here or in a reference.</summary>
    private static INamedTypeSymbol? FindContract(Compilation compilation, string? identity) =>
        new[] { compilation.Assembly }
            .Concat(ReferenceParser.Candidates(compilation))
            .SelectMany(static assembly => TypesOf(assembly.GlobalNamespace))
            .FirstOrDefault(type => ContractHeaderParser.IdentityOf(type) == identity);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol outer)
    {
        foreach (var member in outer.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in TypesOf(member))
            {
                yield return inner;
            }
        }
    }

    private static TypeDeclarationSyntax? FindDeclaration(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>().FirstOrDefault();
}
