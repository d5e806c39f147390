using System.Collections.Concurrent;

namespace Messaging.Codegen.AotApp;

/// <summary>What arrived, for the verdict.</summary>
public sealed class Arrivals
{
    public ConcurrentDictionary<Guid, Shipment> Shipments { get; } = new();

    public ConcurrentDictionary<Guid, int> Delivered { get; } = new();
}

public sealed class ShipmentHandler(Arrivals arrivals)
{
    [Handler("shipments", MaxDeliver = 3, Backoff = ["50ms"], Concurrency = 4)]
    public async Task<Delivered> HandleAsync(Shipment shipment, MessageContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (context.DeliveryCount <= shipment.FailuresWanted)
        {
            throw new InvalidOperationException($"Failure {context.DeliveryCount} of {shipment.FailuresWanted}\r\nas asked.");
        }

        arrivals.Shipments[shipment.Id] = shipment;
        return new Delivered(shipment.Id, context.DeliveryCount);
    }
}

public static class DeliveredHandler
{
    [Handler("delivered")]
    public static void Handle(Delivered delivered, Arrivals arrivals) => arrivals.Delivered[delivered.ShipmentId] = delivered.Deliveries;

    [Handler("sums")]
    public static Sum Answer(SumRequest request) => new(request.Numbers.Sum(number => (long)number));
}
