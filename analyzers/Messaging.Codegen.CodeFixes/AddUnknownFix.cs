using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG109: gives an enum a first member <c>Unknown = 0</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddUnknownFix))]
[Shared]
public sealed class AddUnknownFix : DocumentFix
{
    private const string Name = "Unknown";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.EnumWithoutZero];

    /// <inheritdoc/>
    protected override string Title => "Add 'Unknown = 0'";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => true;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var enums = diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<EnumDeclarationSyntax>())
            .OfType<EnumDeclarationSyntax>()
            .Where(static type => type.Members.Count > 0 && type.Members.All(static member => member.Identifier.ValueText != Name));
        return document.WithSyntaxRoot(root.ReplaceNodes(enums, static (_, type) => Add(type)));
    }

    private static EnumDeclarationSyntax Add(EnumDeclarationSyntax type)
    {
        var first = type.Members[0];
        var unknown = SyntaxFactory.EnumMemberDeclaration(Name)
            .WithEqualsValue(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression("0"))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(first.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(type.OpenBraceToken.TrailingTrivia);
        return type.WithMembers(SyntaxFactory.SeparatedList<EnumMemberDeclarationSyntax>(type.Members.GetWithSeparators().InsertRange(0, [unknown, comma])));
    }
}
