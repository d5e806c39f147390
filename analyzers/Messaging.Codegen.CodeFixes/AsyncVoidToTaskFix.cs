using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG301: makes an <c>async void</c> handler return <c>Task</c>, so that its end and its failure are seen.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidToTaskFix))]
[Shared]
public sealed class AsyncVoidToTaskFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.HandlerSignature];

    /// <inheritdoc/>
    protected override string Title => "Return Task";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.AsyncVoid);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(KnownTypes.Task) is not { } task)
        {
            return document;
        }

        foreach (var diagnostic in diagnostics)
        {
            var method = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();
            if (method is not null)
            {
                editor.ReplaceNode(method.ReturnType, editor.Generator.TypeExpression(task, addImport: true).WithTriviaFrom(method.ReturnType));
            }
        }

        return editor.GetChangedDocument();
    }
}
