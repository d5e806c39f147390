using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Analyzers.Usage;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

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
            if (diagnostic.Id == DiagnosticIds.HandlerWithoutToken)
            {
                AddParameter(editor, diagnostic.Location, token);
            }

            foreach (var location in diagnostic.Id == DiagnosticIds.HandlerWithoutToken ? diagnostic.AdditionalLocations : [diagnostic.Location])
            {
                AddArgument(editor, location, token, cancellationToken);
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

    private static void AddArgument(DocumentEditor editor, Location location, string token, CancellationToken cancellationToken)
    {
        if (editor.OriginalRoot.FindNode(location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || editor.SemanticModel.GetOperation(call, cancellationToken) is not IInvocationOperation operation
            || editor.SemanticModel.GetEnclosingSymbol(call.SpanStart, cancellationToken) is not { } within
            || CancellableCall.LackingToken(operation, within, editor.SemanticModel.Compilation) is not { } parameter)
        {
            return;
        }

        var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token));

        // What stands before it may be left out, or be written with a name.
        var given = call.ArgumentList.Arguments;
        var isNext = given.Count + (operation.TargetMethod.IsExtensionMethod && operation.Instance is null && IsReduced(call, operation) ? 1 : 0) == parameter.Ordinal;
        if (!isNext || given.Any(static other => other.NameColon is not null))
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(parameter.Name));
        }

        editor.ReplaceNode(call, (node, _) => ((InvocationExpressionSyntax)node).AddArgumentListArguments(argument));
    }

    /// <summary>True when the first argument of an extension method stands before its name.</summary>
    private static bool IsReduced(InvocationExpressionSyntax call, IInvocationOperation operation) =>
        call.ArgumentList.Arguments.Count < operation.Arguments.Count(static argument => argument.ArgumentKind == ArgumentKind.Explicit);
}
