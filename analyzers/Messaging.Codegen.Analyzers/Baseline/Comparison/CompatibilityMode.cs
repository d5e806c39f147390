namespace Messaging.Codegen.Analyzers.Baseline.Comparison;

/// <summary>What a contract promises to releases of itself.</summary>
/// <param name="IsBackward">New readers understand old data: consumers may be upgraded first, and stored messages stay readable.</param>
/// <param name="IsForward">Old readers understand new data: producers may be upgraded first.</param>
/// <param name="IsTransitive">To all releases, not only the last.</param>
internal sealed record CompatibilityMode(bool IsBackward, bool IsForward, bool IsTransitive)
{
    private const string Transitive = "-transitive";

    /// <summary>Streams replay what old producers have written, to consumers of any age.</summary>
    public static CompatibilityMode ForEvents { get; } = new(true, true, true);

    /// <summary>Whoever answers is upgraded before those who ask.</summary>
    public static CompatibilityMode ForRequests { get; } = new(true, false, false);

    /// <summary>Reads a mode as facts spell it; null for anything else.</summary>
    public static CompatibilityMode? Parse(string text)
    {
        var isTransitive = text.EndsWith(Transitive, StringComparison.Ordinal);
        return (isTransitive ? text.Substring(0, text.Length - Transitive.Length) : text) switch
        {
            "none" when !isTransitive => new(false, false, false),
            "backward" => new(true, false, isTransitive),
            "forward" => new(false, true, isTransitive),
            "full" => new(true, true, isTransitive),
            _ => null,
        };
    }

    public override string ToString() =>
        (IsBackward ? IsForward ? "full" : "backward" : IsForward ? "forward" : "none") + (IsTransitive ? Transitive : "");
}
