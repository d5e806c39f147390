namespace Messaging.Codegen.Testing;

/// <summary>
/// What goes wrong between broker and handlers. Nothing at first; every call adds something, for the deliveries from then on. Whom it hits is
/// decided by <see cref="Seed"/> and the message alone, so that a run can be repeated. Times are virtual and cost nothing.
/// </summary>
/// <remarks>The members may be called from any thread, also while messages flow.</remarks>
public sealed class ChaosOptions
{
    private volatile ChaosRule[] _rules = [];

    internal ChaosOptions()
    {
    }

    /// <summary>Chooses whom it hits when a probability is below 1; the default is 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Delivers every message twice at the same time: a handler that is not idempotent shows two effects.</summary>
    /// <returns>These options.</returns>
    public ChaosOptions DuplicateEveryMessage() => Duplicate(1);

    /// <summary>Delivers messages twice at the same time.</summary>
    /// <param name="probability">For each message and consumer, 0 to 1.</param>
    /// <returns>These options.</returns>
    public ChaosOptions Duplicate(double probability) => Add(new ChaosRule(ChaosKind.Duplicate, probability));

    /// <summary>Lets messages overtake each other: the ones that it hits come after those that it does not, in any order.</summary>
    /// <param name="probability">For each message and consumer, 0 to 1.</param>
    /// <returns>These options.</returns>
    public ChaosOptions Reorder(double probability = 1) => Delay(TimeSpan.FromSeconds(1), probability);

    /// <summary>Delivers messages later, and so in another order.</summary>
    /// <param name="longest">The longest delay; each gets its own, from a millisecond on.</param>
    /// <param name="probability">For each message and consumer, 0 to 1.</param>
    /// <returns>These options.</returns>
    public ChaosOptions Delay(TimeSpan longest, double probability = 1) => Add(new ChaosRule(ChaosKind.Delay, probability) { Duration = longest });

    /// <summary>
    /// Lets the process die between the effect and the acknowledgement, as far as the broker can tell: the handler has run, the
    /// acknowledgement never comes, and the message is delivered again after the ack wait.
    /// </summary>
    /// <param name="probability">For each message and consumer, 0 to 1.</param>
    /// <param name="times">How many deliveries of it, the first ones, 1 or more.</param>
    /// <returns>These options.</returns>
    public ChaosOptions CrashBeforeAck(double probability = 1, int times = 1) => Add(new ChaosRule(ChaosKind.CrashBeforeAck, probability) { Times = times });

    /// <summary>Makes handlers fail before they begin, with a <see cref="ChaosException"/>.</summary>
    /// <param name="probability">For each message and consumer, 0 to 1.</param>
    /// <param name="times">How many deliveries of it fail, the first ones; the default is all, which ends in the dead-letter stream.</param>
    /// <returns>These options.</returns>
    public ChaosOptions Poison(double probability = 1, int times = int.MaxValue) => Add(new ChaosRule(ChaosKind.Poison, probability) { Times = times });

    /// <summary>Makes the handlers of some messages fail before they begin, always, with a <see cref="ChaosException"/>.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="isPoison">Which messages; not null.</param>
    /// <returns>These options.</returns>
    public ChaosOptions Poison<T>(Func<T, bool> isPoison)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(isPoison);
        return Add(new ChaosRule(ChaosKind.Poison, 1)
        {
            Concerns = (context, recorder) => recorder.Find<T>(context) is { } decoded && isPoison(decoded.Message),
        });
    }

    /// <summary>Makes handlers begin later: the message is in work meanwhile, and kept alive by progress signals.</summary>
    /// <param name="duration">How much later.</param>
    /// <param name="probability">For each message and consumer, 0 to 1.</param>
    /// <returns>These options.</returns>
    public ChaosOptions Slow(TimeSpan duration, double probability = 1) => Add(new ChaosRule(ChaosKind.Slow, probability) { Duration = duration });

    /// <summary>Ends all of it, for the deliveries from then on.</summary>
    /// <returns>These options.</returns>
    public ChaosOptions Calm()
    {
        _rules = [];
        return this;
    }

    /// <summary>The rule of a kind that hits a delivery, or null.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="fraction">A number of the message's own, from 0 to below 1.</param>
    /// <param name="concerns">Asked about rules that would hit it; null means that each does.</param>
    internal ChaosRule? Find(ChaosKind kind, in ChaosTarget delivery, out double fraction, Func<ChaosRule, bool>? concerns = null)
    {
        fraction = 0;
        foreach (var rule in _rules)
        {
            if (rule.Kind == kind
                && delivery.DeliveryCount <= rule.Times
                && delivery.Draw(Seed, kind, out fraction) < rule.Probability
                && (concerns?.Invoke(rule) ?? true))
            {
                return rule;
            }
        }

        return null;
    }

    private ChaosOptions Add(ChaosRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rule.Probability, "probability");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rule.Probability, 1, "probability");
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Times, 1, "times");
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Duration, TimeSpan.Zero, "duration");
        _rules = [.. _rules, rule];
        return this;
    }
}
