using Messaging.Codegen;

namespace Shop.Backend;

public sealed class SendConfirmation
{
    [Handler("confirmations")]
    public Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"mail to {order.Email}".AsMemory(), cancellationToken);
}
