using Messaging.Codegen;

namespace Shop.Billing;

public sealed class InvoiceHandler
{
    [Handler("billing-invoices")]
    public Task HandleAsync(OrderShipped order, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"invoice for {order.OrderId}".AsMemory(), cancellationToken);
}
