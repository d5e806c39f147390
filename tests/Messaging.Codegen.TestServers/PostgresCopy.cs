namespace Messaging.Codegen.TestServers;

/// <summary>Copies the programs out of a folder that the server's account cannot enter.</summary>
internal static class PostgresCopy
{
    /// <returns>The folder of the copied programs, inside <paramref name="folder"/>.</returns>
    public static string Make(string programs, string folder)
    {
        // PREFIX/lib/postgresql/15/bin finds its data in PREFIX/share/postgresql/15, wherever PREFIX is.
        var version = Path.GetFullPath(Path.Combine(programs, ".."));
        var prefix = Path.GetFullPath(Path.Combine(version, "..", "..", ".."));
        var inside = Path.GetRelativePath(Path.Combine(prefix, "lib"), version);
        var copy = Path.Combine(folder, "programs");
        foreach (var part in (string[])["lib", "share"])
        {
            CopyTree(Path.Combine(prefix, part, inside), Path.Combine(copy, part, inside));
        }

        return Path.Combine(copy, "lib", inside, "bin");
    }

    private static void CopyTree(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var child in Directory.EnumerateDirectories(from))
        {
            CopyTree(child, Path.Combine(to, Path.GetFileName(child)));
        }
    }
}
