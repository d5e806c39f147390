namespace Messaging.Codegen;

/// <summary>Spreads delays, so that many clients that failed together do not come back together.</summary>
internal static class Jitter
{
    /// <summary>The given delay, 20 % more or less.</summary>
    public static double Apply(double milliseconds) => milliseconds * (0.8 + (0.4 * Random.Shared.NextDouble()));

    /// <summary>The given delay, up to 20 % more and never less: a promised minimum stays one.</summary>
    public static TimeSpan AtLeast(TimeSpan delay) => delay + (delay * (0.2 * Random.Shared.NextDouble()));
}
