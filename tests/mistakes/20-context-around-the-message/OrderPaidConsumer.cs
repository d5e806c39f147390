using Messaging.Codegen;

namespace Shop.Shipping;

public sealed class OrderPaidConsumer
{
    [Handler("shipping")]
    public async Task Consume(MessageContext context, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"a parcel for {context.MessageId}".AsMemory(), cancellationToken);
    }
}
