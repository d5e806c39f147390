using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Baseline.Comparison;

/// <summary>What a change does to messages that go one way.</summary>
internal enum Verdict
{
    /// <summary>They are read as they were meant.</summary>
    Works,

    /// <summary>They are read, and something about them is not as it was meant.</summary>
    Suffers,

    /// <summary>Some of them are refused, or read as something else.</summary>
    Breaks,
}

/// <summary>A difference between a release of a contract and its source.</summary>
/// <param name="Rule">What it is called.</param>
/// <param name="Head">The type in which it is.</param>
/// <param name="Member">The member's name in the source; null for the type itself.</param>
/// <param name="Backward">What becomes of old data in new readers.</param>
/// <param name="Forward">What becomes of new data in old readers.</param>
/// <param name="What">The change, to stand behind "the".</param>
internal sealed record Change(DiagnosticDescriptor Rule, string Head, string? Member, Verdict Backward, Verdict Forward, string What)
{
    /// <summary>What the change means under a mode: the worse of the directions that the mode promises.</summary>
    public Verdict Under(CompatibilityMode mode) =>
        (Verdict)Math.Max(mode.IsBackward ? (int)Backward : 0, mode.IsForward ? (int)Forward : 0);
}
