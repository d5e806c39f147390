using Messaging.Codegen;
using Microsoft.Extensions.Logging;

namespace Shop.Orders;

public sealed class ConfirmationHandler(ILogger<ConfirmationHandler> logger)
{
    [Handler("confirmations")]
    public Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
    {
        logger.LogInformation("Thank you, {Customer}", order.Customer);
        return Task.CompletedTask;
    }
}
