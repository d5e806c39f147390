using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>What is worth reading besides the ledger.</summary>
public sealed class RunReport(
    IRequestClient<GetOrderStatus, OrderStatus> statuses, OrderHistory history, VatReport vat, ReviewQueue reviews)
{
    /// <summary>Prints it.</summary>
    /// <param name="sent">The orders of the input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PrintAsync(IReadOnlySet<Guid> sent, CancellationToken cancellationToken)
    {
        Console.WriteLine($"this process: {vat.Orders} EU orders of {vat.Total} reported for VAT, {reviews.Count} large orders to review");
        if (sent.Count > 0)
        {
            var first = sent.Min();
            var status = await statuses.RequestAsync(new GetOrderStatus { OrderId = first }, TimeSpan.FromSeconds(30), cancellationToken);
            Console.WriteLine($"asked for its status: order {status.OrderId} is {status.State}");
        }

        var deadLetters = await history.ReadDeadLettersAsync(cancellationToken);
        foreach (var reason in deadLetters.Where(letter => sent.Contains(letter.Key)).CountBy(letter => letter.Value).OrderBy(reason => reason.Key))
        {
            Console.WriteLine($"dead-lettered: {reason.Value} x {reason.Key}");
        }
    }
}
