using MessagePack;
using Messaging.Codegen;

[assembly: Messaging.Codegen.Stream("AOT", "aot.>")]

namespace Messaging.Codegen.AotApp;

public enum Urgency
{
    Unknown = 0,
    Low = 1,
    High = 2,
}

[Union(0, typeof(Letter))]
[Union(1, typeof(Parcel))]
public interface IItem;

public sealed record Letter([property: Key(0)] string To) : IItem;

public sealed record Parcel([property: Key(0)] string To, [property: Key(1)] double Kilograms) : IItem;

/// <summary>One member of every family of types, so that the native code of each is exercised.</summary>
[Message("aot.shipment", Subject = "aot.{Region}.shipment.v1")]
public sealed partial record Shipment
{
    [Key(0), IdempotencyKey] public required Guid Id { get; init; }

    [Key(1)] public required string Region { get; init; }

    [Key(2)] public required decimal Price { get; init; }

    [Key(3)] public DateTimeOffset PlacedAt { get; init; }

    [Key(4)] public TimeSpan? Deadline { get; init; }

    [Key(5)] public Urgency Urgency { get; init; }

    [Key(6)] public IReadOnlyList<IItem> Items { get; init; } = [];

    [Key(7)] public Dictionary<string, int[]> Counts { get; init; } = [];

    [Key(8)] public byte[] Label { get; init; } = [];

    [Key(9)] public int FailuresWanted { get; init; }
}

[Message("aot.delivered")]
public sealed partial record Delivered([property: Key(0)] Guid ShipmentId, [property: Key(1)] int Deliveries);

[Message("ask.sum")]
public sealed partial record SumRequest([property: Key(0)] int[] Numbers) : IRequest<Sum>;

[Message("ask.sum.reply")]
public sealed partial record Sum([property: Key(0)] long Total);
