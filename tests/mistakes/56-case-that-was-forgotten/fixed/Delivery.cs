using MessagePack;
using Messaging.Codegen;

namespace Garden.Orders;

[Union(0, typeof(ByPost))]
[Union(1, typeof(PickedUp))]
[Union(2, typeof(ByBicycle))]
public abstract partial record Delivery;

public sealed partial record ByPost([property: Key(0)] string Address) : Delivery;

public sealed partial record PickedUp([property: Key(0)] string Store) : Delivery;

public sealed partial record ByBicycle([property: Key(0)] string Address, [property: Key(1)] string Courier) : Delivery;
