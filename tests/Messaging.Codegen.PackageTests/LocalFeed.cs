using System.IO.Compression;

namespace Messaging.Codegen.PackageTests;

/// <summary>Our packages in a folder, and a packages folder of its own, so that nothing of them stays on the machine.</summary>
public sealed class LocalFeed : IAsyncLifetime
{
    private static readonly string[] Packed =
    [
        "src/Messaging.Codegen", "src/Messaging.Codegen.MessagePack", "src/Messaging.Codegen.Nats", "src/Messaging.Codegen.Postgres",
        "src/Messaging.Codegen.Testing", "src/MessagePackAnalyzer", "src/NATS.NKeys", "tests/Messaging.Codegen.Conformance",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("messaging-feed-");

    private string Feed => Path.Combine(_folder.FullName, "feed");

    public async Task InitializeAsync()
    {
        foreach (var package in Packed)
        {
            var project = Path.Combine(Repository.Root, package);
            var result = await Command.DotnetAsync(
                project, "pack", "--no-build", "-c", Repository.Configuration, "-o", Feed, "--nologo", "-p:PackStandIns=true", "-p:BuildProjectReferences=false");
            result.Succeeded();
        }
    }

    /// <summary>The paths inside a package.</summary>
    internal IReadOnlyList<string> Entries(string package)
    {
        using var archive = ZipFile.OpenRead(Directory.GetFiles(Feed, package + ".*.nupkg").Single(file => char.IsDigit(Path.GetFileName(file)[package.Length + 1])));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>Makes a project that sees the packages as any user's would.</summary>
    internal string CreateProject(string name, string project, params (string File, string Text)[] sources)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder.FullName, "packages")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
              <packageSources><add key="local" value="{Feed}" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), project);
        foreach (var (file, text) in sources)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return folder;
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
