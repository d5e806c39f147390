using System.Globalization;

namespace Messaging.Codegen.Benchmarks.Reporting;

/// <summary>Something that the serializer should reach, and what was measured.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Bound">What it should be.</param>
/// <param name="IsMaximum">True when <paramref name="Value"/> must not be above <paramref name="Bound"/>, false when not below.</param>
/// <param name="IsGate">True when missing it fails the run.</param>
internal sealed record Goal(string What, double Value, double Bound, bool IsMaximum = false, bool IsGate = false)
{
    public bool IsMet => IsMaximum ? Value <= Bound : Value >= Bound;

    public IReadOnlyList<string> Cells =>
    [
        What,
        IsGate ? "gate" : "goal",
        (IsMaximum ? "<= " : ">= ") + Bound.ToString("0.##", CultureInfo.InvariantCulture),
        Value.ToString("0.00", CultureInfo.InvariantCulture),
        IsMet ? "met" : "MISSED",
    ];
}
