namespace Messaging.Codegen;

/// <summary>What becomes of a message whose handler failed.</summary>
public enum FailureAction
{
    /// <summary>It comes again after a delay; at the last delivery it is dead-lettered. The default.</summary>
    Retry = 0,

    /// <summary>It is copied to the dead-letter stream at once: trying again would not help.</summary>
    DeadLetter = 1,

    /// <summary>It is done with: logged, counted as ignored and acknowledged. No copy is kept.</summary>
    Ignore = 2,
}

/// <summary>What a kind of exception means: an action and, for a retry, its delays. Immutable.</summary>
public sealed class FailureResponse
{
    private FailureResponse(FailureAction action, IReadOnlyList<TimeSpan> backoff)
    {
        Action = action;
        Backoff = backoff;
    }

    /// <summary>Comes again after the delays of the handler.</summary>
    public static FailureResponse Retry { get; } = new(FailureAction.Retry, []);

    /// <summary>Dead-lettered at once.</summary>
    public static FailureResponse DeadLetter { get; } = new(FailureAction.DeadLetter, []);

    /// <summary>Done with, though not handled.</summary>
    public static FailureResponse Ignore { get; } = new(FailureAction.Ignore, []);

    /// <summary>What becomes of the message.</summary>
    public FailureAction Action { get; }

    /// <summary>The delays before the second, third, … delivery; the last one repeats. Empty means those of the handler.</summary>
    public IReadOnlyList<TimeSpan> Backoff { get; }

    /// <summary>Comes again after delays of its own.</summary>
    /// <param name="backoff">The delays before the second, third, … delivery, zero or more each; at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is negative.</exception>
    public static FailureResponse RetryAfter(params IReadOnlyList<TimeSpan> backoff)
    {
        ArgumentNullException.ThrowIfNull(backoff);
        if (backoff.Count == 0)
        {
            throw new ArgumentException("Name at least one delay.", nameof(backoff));
        }

        foreach (var delay in backoff)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(backoff));
        }

        return new(FailureAction.Retry, backoff);
    }
}
