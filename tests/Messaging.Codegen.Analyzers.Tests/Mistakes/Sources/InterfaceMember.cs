// An interface without [Union] cases cannot be read.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public interface IPayment;

public sealed record CardPayment([property: Key(0)] string Token) : IPayment;

[Message("orders.paid")]
public sealed partial record OrderPaid
{
    [Key(0)] public required Guid OrderId { get; init; }
    [Key(1)] public required IPayment {|MSG110:Payment|} { get; init; }
}
