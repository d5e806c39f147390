namespace Messaging.Codegen.Fuzz;

/// <summary>Inputs in files.</summary>
internal static class Kept
{
    /// <summary>Files, or those of folders.</summary>
    /// <returns>The exit code.</returns>
    public static int Check(IEnumerable<string> paths)
    {
        using var target = new Target();
        int found = 0;
        foreach (string file in paths.SelectMany(Files))
        {
            string? wrong = target.Run(File.ReadAllBytes(file));
            found += wrong is null ? 0 : 1;
            Console.WriteLine($"{file}: {wrong ?? "nothing wrong"}");
        }
        return found == 0 ? 0 : 1;
    }

    public static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
