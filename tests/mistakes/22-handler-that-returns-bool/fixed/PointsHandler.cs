using Messaging.Codegen;

namespace Loyalty;

public sealed class PointsHandler(PointsAccount account)
{
    [Handler("points")]
    public async Task HandleAsync(PurchaseMade purchase, CancellationToken cancellationToken)
    {
        if (!await account.TryAddAsync(purchase.CustomerNumber, (int)purchase.Amount, cancellationToken))
        {
            throw new DeadLetterException("there is no such account");
        }
    }
}

public sealed class PointsAccount
{
    public async Task<bool> TryAddAsync(int customer, int points, CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        return customer > 0 && points >= 0;
    }
}
