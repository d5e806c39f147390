using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>An event of one order in the stream.</summary>
/// <param name="Sequence">The sequence in the stream.</param>
/// <param name="OrderId">The order.</param>
/// <param name="State">What the order has reached with it.</param>
public readonly record struct OrderEvent(ulong Sequence, Guid OrderId, OrderState State)
{
    /// <summary>Reads an event, or gives null for bytes that are none. The emitted subject parsers tell which contract it is.</summary>
    /// <param name="sequence">The sequence in the stream.</param>
    /// <param name="subject">The subject that it was published on.</param>
    /// <param name="payload">Its bytes.</param>
    public static OrderEvent? Read(ulong sequence, string subject, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return subject switch
            {
                _ when OrderPlacedSubject.TryParse(subject, out _) =>
                    new(sequence, MessageSerializer.Deserialize<OrderPlaced>(payload).OrderId, OrderState.Placed),
                _ when PaymentSucceededSubject.TryParse(subject, out _) =>
                    new(sequence, MessageSerializer.Deserialize<PaymentSucceeded>(payload).OrderId, OrderState.Paid),
                _ when PaymentDeclinedSubject.TryParse(subject, out _) =>
                    new(sequence, MessageSerializer.Deserialize<PaymentDeclined>(payload).OrderId, OrderState.Declined),
                _ when OrderShippedSubject.TryParse(subject, out _) =>
                    new(sequence, MessageSerializer.Deserialize<OrderShipped>(payload).OrderId, OrderState.Shipped),
                _ when OrderRejectedSubject.TryParse(subject, out _) =>
                    new(sequence, MessageSerializer.Deserialize<OrderRejected>(payload).OrderId, OrderState.Rejected),
                _ => null,
            };
        }
        catch (MessageFormatException)
        {
            return null;
        }
    }
}
