namespace Messaging.Codegen.TestServers;

/// <summary>Finds the folder with <c>postgres</c> and <c>initdb</c>.</summary>
internal static class PostgresPrograms
{
    private const string Variable = "POSTGRES_BIN";
    private const string DebiansFolder = "/usr/lib/postgresql";

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured)
        {
            return IsComplete(configured)
                ? configured
                : throw new InvalidOperationException($"{Variable} names '{configured}', which has no postgres and initdb.");
        }

        return Candidates().FirstOrDefault(IsComplete) ?? throw new InvalidOperationException(
            $"No PostgreSQL server was found. Set the environment variable {Variable} to the folder of its programs, or put it on PATH; "
            + "./test.sh fetches one.");
    }

    /// <summary>Where libraries lie that were fetched with the programs.</summary>
    public static string Libraries(string programs) => Path.GetFullPath(Path.Combine(programs, "..", "lib"));

    private static IEnumerable<string> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var program in path.Select(folder => Path.Combine(folder, "postgres")).Where(File.Exists))
        {
            // Often a link out of the folder that holds the other programs.
            var target = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
            yield return Path.GetDirectoryName(target)!;
        }

        if (Directory.Exists(DebiansFolder))
        {
            foreach (var version in Directory.GetDirectories(DebiansFolder).OrderDescending(StringComparer.Ordinal))
            {
                yield return Path.Combine(version, "bin");
            }
        }
    }

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));
}
