namespace Messaging.Codegen.InMemory;

/// <summary>The names that a JetStream server takes for streams and consumers.</summary>
internal static class AssetName
{
    public const string Rule = "the name must not be empty, longer than 255, or contain white space, '.', '*', '>', '\\' or '/'";

    private const int MaxLength = 255;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength
            && name.AsSpan().IndexOfAny(".*>\\/") < 0
            && !name.AsSpan().ContainsAny(" \t\r\n\f\0");
}
