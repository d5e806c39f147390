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

/// <summary>MSG310: publishes by the context of the handled message, which the handler gets where it does not have it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseContextFix))]
[Shared]
public sealed class UseContextFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.PublisherInHandler];

    /// <inheritdoc/>
    protected override string Title => "Publish by the context";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Context);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var handlers = new HashSet<MethodDeclarationSyntax>();
        foreach (var diagnostic in diagnostics)
        {
            var context = diagnostic.Properties[FixProperties.Context]!;
            if (editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax
                { Expression: MemberAccessExpressionSyntax access } call
                || call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } handler)
            {
                continue;
            }

            editor.ReplaceNode(access.Expression, SyntaxFactory.IdentifierName(context).WithTriviaFrom(access.Expression));
            if (Contract(call, access, editor.SemanticModel, cancellationToken) is { } contract)
            {
                editor.ReplaceNode(
                    access.Name,
                    SyntaxFactory.GenericName(access.Name.Identifier, SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(contract))));
            }

            if (handler.ParameterList.Parameters.All(parameter => parameter.Identifier.ValueText != context) && handlers.Add(handler))
            {
                AddParameter(editor, handler, context);
            }
        }

        return editor.GetChangedDocument();
    }

    /// <summary>The contract, where the argument does not say by itself which one it is, as <c>new(...)</c> does not.</summary>
    private static TypeSyntax? Contract(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call.ArgumentList.Arguments is not [{ Expression: ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or LiteralExpressionSyntax }, ..]
            || model.GetTypeInfo(access.Expression, cancellationToken).Type is not INamedTypeSymbol receiver)
        {
            return null;
        }

        var contract = receiver.AllInterfaces.Prepend(receiver).Where(static type => type.MetadataName == "IPublisher`1").Select(static type => type.TypeArguments[0]).FirstOrDefault();
        return contract is null ? null : SyntaxFactory.ParseTypeName(contract.ToMinimalDisplayString(model, call.SpanStart));
    }

    /// <summary>Puts the context behind the message.</summary>
    private static void AddParameter(DocumentEditor editor, MethodDeclarationSyntax handler, string name)
    {
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(KnownTypes.MessageContext) is { } type)
        {
            var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType((TypeSyntax)editor.Generator.TypeExpression(type, addImport: true));
            editor.InsertAfter(handler.ParameterList.Parameters[0], [parameter]);
        }
    }
}
