namespace Messaging.Codegen.PackageTests;

/// <summary>Where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The configuration that the tests were built in, which is that of everything else.</summary>
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Messaging.Codegen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Messaging.Codegen.sln above {AppContext.BaseDirectory}.");
    }
}
