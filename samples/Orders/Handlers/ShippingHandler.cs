using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>Ships what is paid. Nothing needs a constructor: the carrier is a parameter of the method.</summary>
public sealed class ShippingHandler
{
    /// <summary>Books the parcel.</summary>
    [Handler("shipping", Backoff = ["200ms", "1s"], Concurrency = 4, AckWait = "5s")]
    public OrderShipped Handle(PaymentSucceeded payment, ICarrier carrier) => new()
    {
        OrderId = payment.OrderId,
        Region = payment.Region,
        TrackingNumber = carrier.Book(payment.OrderId, payment.Region),
    };
}
