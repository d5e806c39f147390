using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>One folder below <c>tests/mistakes</c>: projects with a mistake, a page about it, and in <c>fixed</c> the files of the corrected projects.</summary>
internal sealed class Mistake(string path)
{
    private const string FixedFolder = "fixed/";

    /// <summary>The folder with all of them.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "mistakes"));

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IReadOnlyList<Mistake> All { get; } =
        [.. Directory.GetDirectories(Root).Order(StringComparer.Ordinal).Select(static path => new Mistake(path))];

    /// <summary>The folder.</summary>
    public string Folder => path;

    /// <summary>The name of the folder, a number and some words.</summary>
    public string Name => Path.GetFileName(path);

    /// <summary>The file of the page.</summary>
    public string PagePath => Path.Combine(path, "mistake.md");

    /// <summary>What it is and what the build must say.</summary>
    public MistakePage Page => MistakePage.Parse(File.ReadAllText(PagePath).ReplaceLineEndings("\n"));

    /// <summary>The files of the projects by their paths in the folder.</summary>
    public Dictionary<string, string> ReadProjects() =>
        Directory.GetFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Where(static file => !file.StartsWith(FixedFolder, StringComparison.Ordinal) && !file.Split('/').Any(static part => part is "bin" or "obj"))
            .ToDictionary(static file => file, Read);

    /// <summary>The same after the correction.</summary>
    public Dictionary<string, string> ReadFixedProjects()
    {
        var files = ReadProjects();
        foreach (var file in Directory.GetFiles(Path.Combine(path, FixedFolder), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(path, file).Replace('\\', '/');
            files[relative[FixedFolder.Length..]] = Read(relative);
        }

        return files;
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(path, file)).ReplaceLineEndings("\n");

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
