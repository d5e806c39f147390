using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG107: makes a member of type <c>DateTime</c> one of type <c>DateTimeOffset</c>, also inside of collections.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DateTimeOffsetFix))]
[Shared]
public sealed class DateTimeOffsetFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.LossyDateTime];

    /// <inheritdoc/>
    protected override string Title => "Use DateTimeOffset";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => true;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var names = diagnostics
            .Select(diagnostic => TypeAt(root.FindNode(diagnostic.Location.SourceSpan)))
            .OfType<TypeSyntax>()
            .SelectMany(static type => type.DescendantNodesAndSelf())
            .OfType<IdentifierNameSyntax>()
            .Where(static name => name.Identifier.ValueText == "DateTime")
            .Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(names, static (_, name) => SyntaxFactory.IdentifierName("DateTimeOffset").WithTriviaFrom(name)));
    }

    private static TypeSyntax? TypeAt(SyntaxNode member) => member.AncestorsAndSelf()
        .Select(static node => node switch
        {
            ParameterSyntax parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            VariableDeclarationSyntax field => field.Type,
            _ => null,
        })
        .FirstOrDefault(static type => type is not null);
}
