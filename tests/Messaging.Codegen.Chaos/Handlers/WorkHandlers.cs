namespace Messaging.Codegen.Chaos.Handlers;

/// <summary>The consumers of <see cref="Work"/>: one for each thing that can become of a message.</summary>
internal sealed class WorkHandlers(Effects effects, Sabotaged sabotaged)
{
    private const int SkippedOfHundred = 7;

    /// <summary>Always succeeds when the database does.</summary>
    [Handler("plain", MaxDeliver = 30, Backoff = ["200ms", "1s", "3s"], AckWait = "3s", Concurrency = 8)]
    public async Task HandlePlainAsync(Work work, MessageContext context, CancellationToken cancellationToken)
    {
        if (sabotaged.By == Sabotage.AckWithoutEffect && work.Number % 100 == SkippedOfHundred)
        {
            // The fault that the ledger must find.
            return;
        }

        await effects.WriteAsync(work.Number, context, cancellationToken);
    }

    /// <summary>Recognises doubles within its process.</summary>
    [Handler("memory", MaxDeliver = 30, Backoff = ["200ms", "1s", "3s"], AckWait = "3s", Concurrency = 8, Idempotency = Idempotency.Memory)]
    public Task HandleOnceAsync(Work work, MessageContext context, CancellationToken cancellationToken) =>
        effects.WriteAsync(work.Number, context, cancellationToken);

    /// <summary>Recognises doubles of all processes; only a kill between the effect and the mark doubles.</summary>
    [Handler("marked", MaxDeliver = 30, Backoff = ["200ms", "1s", "3s"], AckWait = "3s", Concurrency = 32, Idempotency = Idempotency.KeyValue)]
    public Task HandleMarkedAsync(Work work, MessageContext context, CancellationToken cancellationToken) =>
        effects.WriteAsync(work.Number, context, cancellationToken);

    /// <summary>Fails sometimes, always, or for good, as the plan says.</summary>
    [Handler("moody", MaxDeliver = 6, Backoff = ["200ms", "500ms", "2s"], AckWait = "3s", Concurrency = 8)]
    public async Task HandleMoodilyAsync(Work work, MessageContext context, CancellationToken cancellationToken)
    {
        if (Plan.IsRejected(work.Number))
        {
            throw new DeadLetterException("Rejected by plan.");
        }

        if (Plan.Fails(work.Number, context.DeliveryCount))
        {
            throw new InvalidOperationException("Fails by plan.");
        }

        await effects.WriteAsync(work.Number, context, cancellationToken);
    }

    /// <summary>Its effect is written, then what it returns is published, then the message is acknowledged.</summary>
    [Handler("cascade", MaxDeliver = 30, Backoff = ["200ms", "1s", "3s"], AckWait = "3s", Concurrency = 8)]
    public async Task<Derived> CascadeAsync(Work work, MessageContext context, CancellationToken cancellationToken)
    {
        await effects.WriteAsync(work.Number, context, cancellationToken);
        return new Derived(work.Number);
    }

    /// <summary>The end of the cascade.</summary>
    [Handler("derived", MaxDeliver = 30, Backoff = ["200ms", "1s", "3s"], AckWait = "3s", Concurrency = 8)]
    public Task HandleDerivedAsync(Derived derived, MessageContext context, CancellationToken cancellationToken) =>
        effects.WriteAsync(derived.Number, context, cancellationToken);
}
