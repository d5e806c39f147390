using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Testing;

/// <summary>A delivery on its way through a handler: the ack token that the pipeline carries along.</summary>
/// <param name="consumer">The consumer.</param>
/// <param name="origin">The delivery as the broker made it.</param>
/// <param name="deliveryCount">The delivery's number as the handler sees it.</param>
internal sealed class TestDelivery(string consumer, DeliveryInfo origin, int deliveryCount)
{
    public DeliveryInfo Origin => origin;

    public ChaosTarget Target => new(consumer, origin.Sequence, deliveryCount);

    /// <summary>The delivery as the handler sees it.</summary>
    public DeliveryInfo Shown => origin with { DeliveryCount = deliveryCount, AckToken = this };

    public override string ToString() => $"{consumer} works on {origin.Stream}#{origin.Sequence}, delivery {deliveryCount}";
}
