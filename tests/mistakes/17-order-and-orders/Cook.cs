using Messaging.Codegen;

namespace Kitchen;

public sealed class Cook
{
    [Handler("cook")]
    public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
    {
        foreach (var dish in order.Dishes)
        {
            await Task.Delay(TimeSpan.FromMinutes(5), cancellationToken);
            Console.WriteLine($"{dish} for {order.Number}");
        }
    }
}
