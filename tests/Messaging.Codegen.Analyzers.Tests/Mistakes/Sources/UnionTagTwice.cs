// A case was copied and its tag forgotten.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Union(0, typeof(CardPayment))]
[{|MSG111:Union(0, typeof(CashPayment))|}]
public interface IPayment;

public sealed record CardPayment([property: Key(0)] string Token) : IPayment;

public sealed record CashPayment([property: Key(0)] decimal Tendered) : IPayment;

[Message("orders.paid")]
public sealed partial record OrderPaid([property: Key(0)] IPayment Payment);
