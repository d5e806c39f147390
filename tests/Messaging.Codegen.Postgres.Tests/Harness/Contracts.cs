using MessagePack;

[assembly: Messaging.Codegen.Stream("SHOP", "shop.>", AllowMessageTtl = true)]

namespace Messaging.Codegen.Postgres.Tests.Harness;

[Message("shop.ordered")]
public sealed partial record Ordered([property: Key(0), IdempotencyKey] int Id);

/// <summary>Has no business key: its ids are derived from what causes it, or made when it is published.</summary>
[Message("shop.billed")]
public sealed partial record Billed([property: Key(0)] int OrderId);

[Message("shop.step", Subject = "shop.{Cart}.step")]
public sealed partial record Step([property: Key(0)] string Cart, [property: Key(1)] int Number, [property: Key(2)] byte[]? Ballast = null);

#pragma warning disable MSG208 // no stream stores it: that is what it is for
[Message("nowhere.lost")]
public sealed partial record Lost([property: Key(0)] int Number);

[Message("shop.parcel")]
public sealed partial record Parcel([property: Key(0), IdempotencyKey] int Id);

[AlsoPublish(typeof(Parcel))]
[Message("shop.parcel", Version = 2)]
public sealed partial record ParcelV2([property: Key(0), IdempotencyKey] int Id, [property: Key(1)] string Label)
{
    [Downcast]
    private static Parcel To(ParcelV2 message) => new(message.Id);
}
