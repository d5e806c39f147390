namespace Messaging.Codegen.Testing;

/// <summary>Finds the program.</summary>
internal static class NatsServerBinary
{
    private const string Variable = "NATS_SERVER";

    /// <exception cref="NatsServerStartException">There is none, or the one that was asked for does not exist.</exception>
    public static string Find(string? configured)
    {
        if (Named(configured, nameof(NatsServerOptions.BinaryPath)) is { } fromOptions)
        {
            return fromOptions;
        }

        if (Named(Environment.GetEnvironmentVariable(Variable), Variable) is { } fromEnvironment)
        {
            return fromEnvironment;
        }

        var fileName = OperatingSystem.IsWindows() ? "nats-server.exe" : "nats-server";
        var folders = Environment.GetEnvironmentVariable("PATH") ?? "";
        return folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, fileName))
            .FirstOrDefault(File.Exists)
            ?? throw new NatsServerStartException(
                $"No nats-server was found. Set the environment variable {Variable} or "
                + $"{nameof(NatsServerOptions)}.{nameof(NatsServerOptions.BinaryPath)} to its path, or put it on PATH. "
                + "In the repository of Messaging.Codegen, run the tests with ./test.sh, which fetches one.");
    }

    private static string? Named(string? path, string source)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        return File.Exists(path) ? path : throw new NatsServerStartException($"{source} names '{path}', which does not exist.");
    }
}
