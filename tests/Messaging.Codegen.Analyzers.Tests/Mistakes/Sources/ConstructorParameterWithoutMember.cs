// The constructor wants something that does not travel.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial class OrderPlaced
{
    public {|MSG008:OrderPlaced|}(Guid orderId, TimeProvider clock)
    {
        OrderId = orderId;
        At = clock.GetUtcNow();
    }

    [Key(0)] public Guid OrderId { get; }
    [IgnoreMember] public DateTimeOffset At { get; }
}
