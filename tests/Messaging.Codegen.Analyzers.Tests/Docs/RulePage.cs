using System.Text.RegularExpressions;

namespace Messaging.Codegen.Analyzers.Tests.Docs;

/// <summary>A page of <c>analyzers/docs</c>: its table, its sections and the examples in them.</summary>
internal sealed partial class RulePage
{
    private readonly Dictionary<string, string> _sections = [];

    private RulePage(string text)
    {
        Text = text;
        var section = "";
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
                _sections.Add(section, "");
            }
            else if (section.Length > 0)
            {
                _sections[section] += line + "\n";
            }
        }
    }

    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "analyzers", "docs");

    public string Text { get; }

    /// <summary>The first line without its mark.</summary>
    public string Heading => Text.Split('\n')[0].TrimStart('#', ' ');

    public static RulePage Read(string id) => new(File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n"));

    /// <summary>A section's text; a section that is missing fails the test.</summary>
    public string Section(string name) => _sections.TryGetValue(name, out var text) ? text : throw new InvalidDataException($"There is no section '{name}'.");

    /// <summary>The C# examples of a section.</summary>
    public IReadOnlyList<string> Examples(string section) => [.. Fence().Matches(Section(section)).Select(static match => match.Groups[1].Value)];

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Messaging.Codegen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
