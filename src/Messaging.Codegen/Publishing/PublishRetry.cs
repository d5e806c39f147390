namespace Messaging.Codegen;

/// <summary>How often and how patiently a publish is tried again. Every try carries the same message id, so the stream keeps one copy.</summary>
public sealed class PublishRetry
{
    /// <summary>How many tries there are in all, 1 or more.</summary>
    public int Attempts { get; set; } = 6;

    /// <summary>
    /// The delay after the first failed try; each further one doubles it, up to <see cref="MaxDelay"/>. The default, 250 ms, is what
    /// a JetStream leader election takes.
    /// </summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest delay between two tries. All tries together must stay inside the stream's duplicate window (2 min by default).</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(4);

    internal TimeSpan DelayAfter(int attempt)
    {
        var delay = Math.Min(Delay.TotalMilliseconds * Math.Pow(2, attempt - 1), MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Jitter.Apply(delay));
    }
}
