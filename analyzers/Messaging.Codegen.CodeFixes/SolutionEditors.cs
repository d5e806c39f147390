using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Messaging.Codegen.CodeFixes;

/// <summary>One editor for each document that a fix changes, so that several changes of one document do not lose each other.</summary>
internal sealed class SolutionEditors(Solution solution)
{
    private readonly Dictionary<DocumentId, DocumentEditor> _editors = [];

    /// <summary>The editor of <paramref name="document"/>.</summary>
    public async Task<DocumentEditor> OfAsync(Document document, CancellationToken cancellationToken)
    {
        if (!_editors.TryGetValue(document.Id, out var editor))
        {
            _editors.Add(document.Id, editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false));
        }

        return editor;
    }

    /// <summary>The solution with all changes.</summary>
    public Solution Apply() =>
        _editors.Aggregate(solution, static (changed, pair) => changed.WithDocumentSyntaxRoot(pair.Key, pair.Value.GetChangedRoot()));
}
