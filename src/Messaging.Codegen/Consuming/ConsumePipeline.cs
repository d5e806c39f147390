namespace Messaging.Codegen.Consuming;

/// <summary>filters -> idempotency -> handlers, which publish what they return.</summary>
internal sealed class ConsumePipeline
{
    private readonly ConsumeDelegate _chain;
    private readonly IdempotencyMemory _memory;

    public ConsumePipeline(IEnumerable<IConsumeFilter> filters, IdempotencyMemory memory)
    {
        _memory = memory;
        _chain = filters.Reverse().Aggregate<IConsumeFilter, ConsumeDelegate>(
            static (context, cancellationToken) => ((Delivery)context).HandleAsync(cancellationToken),
            static (next, filter) => (context, cancellationToken) => filter.InvokeAsync(context, next, cancellationToken));
    }

    public async ValueTask<ConsumeOutcome> RunAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!delivery.SelectHandlers())
        {
            return ConsumeOutcome.Filtered;
        }

        if (!delivery.IsIdempotent)
        {
            await _chain(delivery, cancellationToken).ConfigureAwait(false);
            return ConsumeOutcome.Handled;
        }

        var key = string.Concat(delivery.Consumer, "|", delivery.IdempotencyKey);
        switch (_memory.Claim(key))
        {
            case IdempotencyClaim.Completed:
                return ConsumeOutcome.Duplicate;
            case IdempotencyClaim.InProgress:
                return ConsumeOutcome.Busy;
        }

        try
        {
            await _chain(delivery, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _memory.Abandon(key);
            throw;
        }

        _memory.Complete(key);
        return ConsumeOutcome.Handled;
    }
}

/// <summary>How a delivery ended that did not fail.</summary>
internal enum ConsumeOutcome
{
    /// <summary>The handlers ran.</summary>
    Handled,

    /// <summary>No handler wanted it.</summary>
    Filtered,

    /// <summary>It had been handled before.</summary>
    Duplicate,

    /// <summary>Another delivery of it is being handled right now: whether this one is needed is not known yet.</summary>
    Busy,
}
