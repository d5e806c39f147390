using Messaging.Codegen;

namespace Payments;

public sealed class Bookkeeping
{
    [Handler("bookkeeping", MaxDeliver = 5, Backoff = ["1s", "10s", "1m"])]
    public Task HandleAsync(PaymentReceived payment, CancellationToken cancellationToken)
    {
        var account = payment.Method switch
        {
            Card => 1360,
            BankTransfer => 1200,
            _ => throw new DeadLetterException($"no account for {payment.Method.GetType().Name}"),
        };
        return Console.Out.WriteLineAsync($"{payment.Amount} on {account}".AsMemory(), cancellationToken);
    }
}
