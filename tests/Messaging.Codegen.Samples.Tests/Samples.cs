using System.Reflection;

namespace Messaging.Codegen.Samples.Tests;

/// <summary>Where the samples and their files are.</summary>
internal static class Samples
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The dataset that comes with Orders.</summary>
    public static string Dataset { get; } = PathOf("samples", "Orders", "data", "orders.csv");

    /// <summary>A path below the repository's folder.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The program that the build has made of a sample.</summary>
    public static string Program(string sample) => PathOf("samples", sample, Metadata("SampleOutput"), sample + ".dll");

    private static string Metadata(string key) =>
        typeof(Samples).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
