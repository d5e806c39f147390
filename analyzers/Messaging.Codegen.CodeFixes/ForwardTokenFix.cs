using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG302 and MSG303: passes a cancellation token to the calls that lack one, after the handler got it where it had none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardTokenFix))]
[Shared]
public sealed class ForwardTokenFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.HandlerWithoutToken, DiagnosticIds.TokenNotForwarded];

    /// <inheritdoc/>
    protected override string Title => "Pass a cancellation token on";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.CancellationToken);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            var token = diagnostic.Properties[FixProperties.CancellationToken]!;
            var isNew = diagnostic.Id == DiagnosticIds.HandlerWithoutToken;
            if (isNew)
            {
                AddParameter(editor, diagnostic.Location, token);
            }

            var names = diagnostic.Properties[FixProperties.ArgumentNames]!.Split(',');
            foreach (var (location, name) in (isNew ? diagnostic.AdditionalLocations : [diagnostic.Location]).Zip(names, static (location, name) => (location, name)))
            {
                AddArgument(editor, location, token, name);
            }
        }

        return editor.GetChangedDocument();
    }

    private static void AddParameter(DocumentEditor editor, Location location, string name)
    {
        if (editor.OriginalRoot.FindNode(location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && editor.SemanticModel.Compilation.GetTypeByMetadataName(KnownTypes.CancellationToken) is { } type)
        {
            var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
                .WithType((TypeSyntax)editor.Generator.TypeExpression(type, addImport: true));
            editor.ReplaceNode(method.ParameterList, (list, _) => ((ParameterListSyntax)list).AddParameters(parameter));
        }
    }

    private static void AddArgument(DocumentEditor editor, Location location, string token, string name)
    {
        if (editor.OriginalRoot.FindNode(location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call)
        {
            var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token));
            argument = name.Length == 0 ? argument : argument.WithNameColon(SyntaxFactory.NameColon(name));
            editor.ReplaceNode(call, (node, _) => ((InvocationExpressionSyntax)node).AddArgumentListArguments(argument));
        }
    }
}
