using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>Reports sales in the EU.</summary>
public static class EuVatHandler
{
    /// <summary>
    /// The region is a token of the subject, so the server sends this consumer orders of the EU only. The report must not count an
    /// order twice: deliveries that this process has completed are recognised.
    /// </summary>
    [Handler("eu-vat", Idempotency = Idempotency.Memory, AckWait = "5s")]
    [Where(nameof(OrderPlaced.Region), "eu")]
    public static void Handle(OrderPlaced order, VatReport report) => report.Add(order.Total);
}
