using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Sets an option of <c>[Handler]</c>, <c>[Stream]</c> or <c>[Message]</c> to the value that a diagnostic proposes, or removes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetOptionFix))]
[Shared]
public sealed class SetOptionFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        DiagnosticIds.WorkQueueStart, DiagnosticIds.UnusedDelays, DiagnosticIds.ContradictoryOptions, DiagnosticIds.EvenReplicas,
        DiagnosticIds.ShortAckWait, DiagnosticIds.RetentionTrap, DiagnosticIds.SubjectHygiene,
    ];

    /// <inheritdoc/>
    protected override string Title => "Set the option";

    /// <inheritdoc/>
    protected override string TitleFor(Diagnostic diagnostic) => (OptionOf(diagnostic), ValueOf(diagnostic)) is var (name, value) && value is not null
        ? $"Set {name} = {value}"
        : $"Remove {name}";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Option);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var wanted = diagnostics
            .GroupBy(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>())
            .Where(static group => group.Key is not null)
            .ToDictionary(static group => group.Key!, static group => group.ToList());
        return document.WithSyntaxRoot(root.ReplaceNodes(
            wanted.Keys,
            (original, attribute) => wanted[original].Aggregate(attribute, static (result, diagnostic) => Set(result, OptionOf(diagnostic), ValueOf(diagnostic)))));
    }

    private static AttributeSyntax Set(AttributeSyntax attribute, string name, string? value)
    {
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var written = list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
        if (value is null)
        {
            return written is null ? attribute : attribute.WithArgumentList(list.RemoveNode(written, SyntaxRemoveOptions.KeepNoTrivia));
        }

        var expression = SyntaxFactory.ParseExpression(value);
        if (written is not null)
        {
            return attribute.ReplaceNode(written.Expression, expression.WithTriviaFrom(written.Expression));
        }

        var space = SyntaxFactory.Space;
        var equals = SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(name).WithTrailingTrivia(space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(space));
        var arguments = list.Arguments.GetWithSeparators();
        if (arguments.Count > 0)
        {
            arguments = arguments.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(space));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
            arguments.Add(SyntaxFactory.AttributeArgument(equals, nameColon: null, expression)))));
    }

    private static string OptionOf(Diagnostic diagnostic) => diagnostic.Properties[FixProperties.Option]!;

    private static string? ValueOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(FixProperties.Value, out var value) ? value : null;
}
