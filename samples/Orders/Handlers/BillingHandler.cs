using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>Charges the customer. The constructor's parameters come from the application's services.</summary>
/// <param name="gateway">The payment provider.</param>
public sealed class BillingHandler(IPaymentGateway gateway)
{
    /// <summary>
    /// What is returned is published before the order is acknowledged. An exception means another delivery after the next delay of
    /// <c>Backoff</c>; after the fifth, or at once for a <see cref="DeadLetterException"/>, the order is kept in the stream ORDERS_DLQ.
    /// </summary>
    [Handler("billing", MaxDeliver = 5, Backoff = ["200ms", "500ms", "1s"], Concurrency = 8, AckWait = "5s")]
    public async Task<PaymentSucceeded?> HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
    {
        var charge = await ChargeAsync(order, context.DeliveryCount, cancellationToken);
        if (charge.IsApproved)
        {
            return new PaymentSucceeded
            {
                OrderId = order.OrderId,
                Region = order.Region,
                Amount = order.Total,
                PaymentReference = charge.Reference,
            };
        }

        await context.PublishAsync(
            new PaymentDeclined { OrderId = order.OrderId, Region = order.Region, Reason = charge.Reason ?? "no reason given" },
            cancellationToken);
        return null;
    }

    private async Task<Charge> ChargeAsync(OrderPlaced order, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await gateway.ChargeAsync(order.OrderId, order.Total, order.PaymentToken, attempt, cancellationToken);
        }
        catch (UnknownPaymentTokenException e)
        {
            throw new DeadLetterException(e.Message, e);
        }
    }
}
