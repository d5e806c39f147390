using Messaging.Codegen;
using Shop.Contracts;

namespace Shop.Mail;

public sealed class ConfirmationMail
{
    [Handler("confirmation-mail")]
    public Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"mail to {order.Email}".AsMemory(), cancellationToken);
}
