namespace Messaging.Codegen;

/// <summary>What a service declares and what the broker has do not fit. Every difference is listed.</summary>
/// <param name="differences">One line each: what, declared value, actual value.</param>
public sealed class TopologyException(IReadOnlyList<string> differences)
    : Exception("The declared topology does not fit:" + Environment.NewLine + string.Join(Environment.NewLine, differences.Select(d => "  - " + d)))
{
    /// <summary>One line each: what differs, the declared value and the actual one.</summary>
    public IReadOnlyList<string> Differences { get; } = differences;
}
