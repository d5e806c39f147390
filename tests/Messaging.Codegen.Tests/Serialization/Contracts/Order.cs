using MessagePack;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization.Contracts;

public enum OrderState
{
    Unknown,
    Open,
    Paid = 200,
    Lost = -1,
}

/// <summary>A part of an order.</summary>
[MessagePackObject]
public sealed record OrderLine
{
    [Key(0)] public required string Sku { get; init; }
    [Key(1)] public int Quantity { get; init; }
    [Key(2)] public decimal Price { get; init; }
}

[Union(0, typeof(CardPayment))]
[Union(300, typeof(Voucher))]
public abstract record Payment;

[MessagePackObject]
public sealed record CardPayment : Payment
{
    [Key(0)] public string? Holder { get; init; }
}

[MessagePackObject]
public sealed record Voucher : Payment
{
    [Key(1)] public Guid Code { get; init; }
}

/// <summary>Required members, a hole in the keys, parts, a union, an enum, dictionaries, and lists of other things than numbers.</summary>
[MessagePackObject]
public sealed record Order : IMessage<Order>
{
    [Key(0)] public required Guid Id { get; init; }
    [Key(1)] public required string Region { get; init; }
    [Key(2)] public decimal Total { get; init; }
    [Key(3)] public List<OrderLine>? Lines { get; init; } = [];
    [Key(5)] public OrderState State { get; init; }
    [Key(6)] public Payment? Payment { get; init; }
    [Key(7)] public Dictionary<string, int>? Counts { get; init; }
    [Key(8)] public Dictionary<int, List<Guid>>? Links { get; init; }
    [Key(9)] public string?[]? Tags { get; init; }

    static MessageContract IMessage<Order>.Contract { get; } = TestContract.Named("test.order");

    static string IMessage<Order>.GetSubject(Order message) => "test.order";

    static string? IMessage<Order>.GetIdempotencyKey(Order message) => null;

    static void IMessage<Order>.Write(ref PackWriter writer, Order message)
    {
        string region = message.Region;
        ref byte p = ref writer.Reserve(Put.FixArrayHeaderBytes + Put.GuidBytes + Put.MaxBytes(region) + Put.DecimalBytes);
        p = ref Put.FixArrayHeader(ref p, 10);
        p = ref Put.Guid(ref p, message.Id);
        p = ref Put.String(ref p, region);
        p = ref Put.Decimal(ref p, message.Total);
        writer.Commit(ref p);
        OrderParts.Write(ref writer, message.Lines);
        writer.WriteNil(); // key 4 is not in use
        writer.Write((int)message.State);
        OrderParts.Write(ref writer, message.Payment);
        OrderParts.Write(ref writer, message.Counts);
        OrderParts.Write(ref writer, message.Links);
        OrderParts.Write(ref writer, message.Tags);
    }

    static Order IMessage<Order>.Read(ref PackReader reader)
    {
        int fields = reader.ReadArrayHeader();
        Guid id = fields > 0 && reader.TryReadValue() ? reader.ReadGuid() : throw reader.MissingMember(0, "Id");
        string region = fields > 1 && reader.TryReadValue() ? reader.ReadString() : throw reader.MissingMember(1, "Region");
        decimal total = fields > 2 && reader.TryReadValue() ? reader.ReadDecimal() : default;
        List<OrderLine>? lines = fields > 3 && reader.TryReadValue() ? OrderParts.ReadLines(ref reader) : [];
        if (fields > 4)
            reader.Skip();
        OrderState state = fields > 5 && reader.TryReadValue() ? OrderParts.ReadState(ref reader) : default;
        Payment? payment = fields > 6 && reader.TryReadValue() ? OrderParts.ReadPayment(ref reader) : null;
        Dictionary<string, int>? counts = fields > 7 && reader.TryReadValue() ? OrderParts.ReadCounts(ref reader) : null;
        Dictionary<int, List<Guid>>? links = fields > 8 && reader.TryReadValue() ? OrderParts.ReadLinks(ref reader) : null;
        string?[]? tags = fields > 9 && reader.TryReadValue() ? OrderParts.ReadTags(ref reader) : null;
        if (fields > 10)
            reader.SkipMembers(fields - 10);
        return new Order
        {
            Id = id,
            Region = region,
            Total = total,
            Lines = lines,
            State = state,
            Payment = payment,
            Counts = counts,
            Links = links,
            Tags = tags,
        };
    }
}
