using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG101: keeps a member out of the message.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoreMemberFix))]
[Shared]
public sealed class IgnoreMemberFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.MissingKey];

    /// <inheritdoc/>
    protected override string Title => "Add [IgnoreMember]";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => true;

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            if (MemberAttributes.FindMember(editor.OriginalRoot, diagnostic.Location) is { } member)
            {
                MemberAttributes.Add(editor, member, "MessagePack.IgnoreMember");
            }
        }

        return editor.GetChangedDocument();
    }
}
