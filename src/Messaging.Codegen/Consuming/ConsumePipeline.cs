namespace Messaging.Codegen.Consuming;

/// <summary>idempotency -> filters -> handlers, which publish what they return.</summary>
internal sealed class ConsumePipeline
{
    private readonly ConsumeDelegate _chain;

    public ConsumePipeline(IEnumerable<IConsumeFilter> filters, IdempotencyStores stores)
    {
        Stores = stores;
        _chain = filters.Reverse().Aggregate<IConsumeFilter, ConsumeDelegate>(
            static (context, cancellationToken) => ((Delivery)context).HandleAsync(cancellationToken),
            static (next, filter) => (context, cancellationToken) => filter.InvokeAsync(context, next, cancellationToken));
    }

    public IdempotencyStores Stores { get; }

    public async ValueTask<ConsumeOutcome> RunAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!delivery.SelectHandlers())
        {
            return ConsumeOutcome.Filtered;
        }

        if (delivery.Idempotency is not Idempotency.None and var kind)
        {
            return await Stores.RunAsync(kind, delivery, _chain, cancellationToken).ConfigureAwait(false);
        }

        await _chain(delivery, cancellationToken).ConfigureAwait(false);
        return ConsumeOutcome.Handled;
    }
}
