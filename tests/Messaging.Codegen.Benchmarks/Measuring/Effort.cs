namespace Messaging.Codegen.Benchmarks.Measuring;

/// <summary>How long to measure.</summary>
/// <param name="Rounds">The number of times that everybody's turn comes.</param>
/// <param name="TurnMicroseconds">How long a turn is.</param>
/// <param name="WarmUpMilliseconds">How long each work runs at least before the first round.</param>
internal sealed record Effort(int Rounds, int TurnMicroseconds, int WarmUpMilliseconds)
{
    public static Effort Full { get; } = new(101, 300, 300);

    public static Effort Quick { get; } = new(41, 200, 100);
}
