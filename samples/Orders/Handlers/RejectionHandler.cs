using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>Ends orders that were not paid. A static handler needs no object at all.</summary>
public static class RejectionHandler
{
    /// <summary>Rejects the order.</summary>
    [Handler("rejections", AckWait = "5s")]
    public static OrderRejected Handle(PaymentDeclined declined) => new()
    {
        OrderId = declined.OrderId,
        Region = declined.Region,
        Reason = $"Not paid: {declined.Reason}.",
    };
}
