namespace Messaging.Codegen.Topology;

/// <summary>The names that a JetStream server takes for streams and consumers. One with a dot would even change the subject of the question.</summary>
internal static class AssetName
{
    private const int MaxLength = 255;

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? FindError(string name) =>
        name.Length is > 0 and <= MaxLength && name.AsSpan().IndexOfAny(".*>\\/") < 0 && !name.AsSpan().ContainsAny(" \t\r\n\f\0")
            ? null
            : "the name must not be empty, longer than 255, or contain white space, '.', '*', '>', '\\' or '/'";
}
