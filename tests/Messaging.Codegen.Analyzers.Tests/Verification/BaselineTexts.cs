using Messaging.Codegen.Analyzers.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>The files of a baseline, for tests. A file's lines may leave the first one, which tells the format, out.</summary>
internal static class BaselineTexts
{
    /// <summary>The content of a file.</summary>
    public static string Print(params IEnumerable<string> lines)
    {
        var all = lines.SelectMany(static line => line.Split('\n')).Where(static line => line.Length > 0).ToList();
        return string.Concat((all is [['#', ..], ..] ? all : all.Prepend(BaselineFile.Header)).Select(static line => line + "\n"));
    }

    /// <summary>A file.</summary>
    public static AdditionalText File(string path, string content) => new Text(path, content);

    /// <summary>
    /// Takes files out of an example: <c>// Contracts.Shipped.txt</c>, and below it each line behind <c>//   </c>. With one file there is the other, empty;
    /// <c>// no Contracts.Unshipped.txt</c> keeps that away.
    /// </summary>
    public static IReadOnlyList<AdditionalText> Take(string example)
    {
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var absent = new List<string>();
        List<string>? current = null;
        foreach (var line in example.Split('\n'))
        {
            if (line is "// " + BaselineFile.ShippedName or "// " + BaselineFile.UnshippedName)
            {
                files.Add(line[3..], current = []);
            }
            else if (line.StartsWith("// no ", StringComparison.Ordinal))
            {
                absent.Add(line[6..]);
            }
            else if (current is not null && line.StartsWith("//   ", StringComparison.Ordinal))
            {
                current.Add(line[5..]);
            }
            else
            {
                current = null;
            }
        }

        if (files.Count > 0)
        {
            files.TryAdd(BaselineFile.ShippedName, []);
            files.TryAdd(BaselineFile.UnshippedName, []);
        }

        return [.. files.Where(file => !absent.Contains(file.Key)).Select(static file => new Text(file.Key, Print(file.Value)))];
    }

    private sealed class Text(string path, string content) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }
}
