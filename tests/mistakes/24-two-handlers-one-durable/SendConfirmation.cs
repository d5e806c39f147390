using Messaging.Codegen;

namespace Shop.Backend;

public sealed class SendConfirmation
{
    [Handler("shop-backend")]
    public Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"mail to {order.Email}".AsMemory(), cancellationToken);
}
