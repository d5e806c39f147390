using System.Collections.Immutable;
using Messaging.Codegen.Analyzers.Baseline;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Changes the files of a baseline, and reserves in the code what they bury.</summary>
internal static class BaselineEdit
{
    public static async Task<Solution> ApplyAsync(
        Solution solution, IReadOnlyList<(ProjectId Project, Diagnostic Diagnostic)> diagnostics, CancellationToken cancellationToken)
    {
        var changed = await ReserveAsync(solution, diagnostics.Select(static pair => pair.Diagnostic), cancellationToken).ConfigureAwait(false);
        foreach (var group in diagnostics.GroupBy(static pair => pair.Project, static pair => pair.Diagnostic))
        {
            var accepted = Lines(group, FixProperties.Accepted);
            var dropped = Lines(group, FixProperties.Dropped);
            changed = await WriteAsync(changed, group.Key, BaselineFile.ShippedName, [], [], cancellationToken).ConfigureAwait(false);
            changed = await WriteAsync(changed, group.Key, BaselineFile.UnshippedName, accepted, dropped, cancellationToken).ConfigureAwait(false);
        }

        return changed;
    }

    private static List<string> Lines(IEnumerable<Diagnostic> diagnostics, string property) =>
    [
        .. diagnostics
            .Select(diagnostic => diagnostic.Properties.TryGetValue(property, out var lines) ? lines : null)
            .OfType<string>()
            .SelectMany(static lines => lines.Split('\n')),
    ];

    /// <summary>Adds and removes lines of a file, which is made if the project has none. A file that needs no change stays as it is.</summary>
    private static async Task<Solution> WriteAsync(
        Solution solution, ProjectId id, string name, List<string> accepted, List<string> dropped, CancellationToken cancellationToken)
    {
        var project = solution.GetProject(id)!;
        if (project.AdditionalDocuments.FirstOrDefault(document => Path.GetFileName(document.FilePath ?? document.Name) == name) is not { } file)
        {
            var path = Path.Combine(Path.GetDirectoryName(project.FilePath) ?? "", name);
            return solution.AddAdditionalDocument(DocumentId.CreateNewId(id), name, SourceText.From(Print(accepted)), filePath: path);
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (accepted.Count == 0 && dropped.Count == 0 && !BaselineFile.IsAbsent(text))
        {
            return solution;
        }

        var lines = text.Lines.Select(static line => line.ToString()).Where(static line => line.Length > 0 && !line.StartsWith("#", StringComparison.Ordinal));
        return solution.WithAdditionalDocumentText(file.Id, SourceText.From(Print(lines.Except(dropped).Concat(accepted)), text.Encoding));
    }

    private static string Print(IEnumerable<string> lines) =>
        string.Concat(lines.Distinct().OrderBy(static line => line, StringComparer.Ordinal).Prepend(BaselineFile.Header).Select(static line => line + "\n"));

    private static async Task<Solution> ReserveAsync(Solution solution, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var reserved = diagnostics.Where(static diagnostic => diagnostic.Properties.ContainsKey(FixProperties.ReservedKey)).ToList();
        foreach (var group in reserved.GroupBy(static diagnostic => diagnostic.Location.SourceTree))
        {
            if (solution.GetDocument(group.Key) is not { } document)
            {
                continue;
            }

            var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
            foreach (var type in group.GroupBy(diagnostic => editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>()))
            {
                if (type.Key is not null)
                {
                    var keys = type.Select(static diagnostic => diagnostic.Properties[FixProperties.ReservedKey]!).Distinct().OrderBy(static key => key.Length).ThenBy(static key => key, StringComparer.Ordinal);
                    MemberAttributes.AddLine(editor, type.Key, $"Messaging.Codegen.ReservedKeys({string.Join(", ", keys)})");
                }
            }

            solution = solution.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
        }

        return solution;
    }
}
