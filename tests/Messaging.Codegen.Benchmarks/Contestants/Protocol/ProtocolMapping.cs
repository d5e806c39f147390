using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.Protocol;

/// <summary>Between the payloads and the messages that protoc makes.</summary>
internal static class ProtocolMapping
{
    public static SmallEventMessage ToMessage(SmallEvent value) => new()
    {
        Id = ToBytes(value.Id),
        Name = value.Name,
        Sequence = value.Sequence,
        Amount = ToMessage(value.Amount),
        At = Timestamp.FromDateTime(value.At),
        Channel = (int)value.Channel,
    };

    public static SmallEvent FromMessage(SmallEventMessage message) => new()
    {
        Id = new Guid(message.Id.Span),
        Name = message.Name,
        Sequence = message.Sequence,
        Amount = FromMessage(message.Amount),
        At = message.At.ToDateTime(),
        Channel = (Channel)message.Channel,
    };

    public static OrderMessage ToMessage(Order value) => new()
    {
        Id = ToBytes(value.Id),
        Customer = value.Customer,
        Email = value.Email,
        PlacedAt = Timestamp.FromDateTime(value.PlacedAt),
        Status = (int)value.Status,
        Currency = value.Currency,
        Total = ToMessage(value.Total),
        Country = value.Country,
        Street = value.Street,
        Lines =
        {
            value.Lines.Select(line => new OrderLineMessage
            {
                Sku = line.Sku,
                Title = line.Title,
                Quantity = line.Quantity,
                Unit = line.Unit,
                UnitPrice = ToMessage(line.UnitPrice),
                Discount = ToMessage(line.Discount),
            }),
        },
    };

    public static Order FromMessage(OrderMessage message) => new()
    {
        Id = new Guid(message.Id.Span),
        Customer = message.Customer,
        Email = message.Email,
        PlacedAt = message.PlacedAt.ToDateTime(),
        Status = (OrderStatus)message.Status,
        Currency = message.Currency,
        Total = FromMessage(message.Total),
        Country = message.Country,
        Street = message.Street,
        Lines =
        [
            .. message.Lines.Select(line => new OrderLine
            {
                Sku = line.Sku,
                Title = line.Title,
                Quantity = line.Quantity,
                Unit = line.Unit,
                UnitPrice = FromMessage(line.UnitPrice),
                Discount = FromMessage(line.Discount),
            }),
        ],
    };

    public static ArticleMessage ToMessage(Article value) => new()
    {
        Slug = value.Slug,
        Language = value.Language,
        Title = value.Title,
        Author = value.Author,
        Url = value.Url,
        English = value.English,
        French = value.French,
        Russian = value.Russian,
        Chinese = value.Chinese,
        Comment = value.Comment,
        Tags = { value.Tags },
    };

    public static Article FromMessage(ArticleMessage message) => new()
    {
        Slug = message.Slug,
        Language = message.Language,
        Title = message.Title,
        Author = message.Author,
        Url = message.Url,
        English = message.English,
        French = message.French,
        Russian = message.Russian,
        Chinese = message.Chinese,
        Comment = message.Comment,
        Tags = [.. message.Tags],
    };

    public static ReadingsMessage ToMessage(Readings value) => new() { Values = { value.Values }, Counters = { value.Counters } };

    public static Readings FromMessage(ReadingsMessage message) => new() { Values = [.. message.Values], Counters = [.. message.Counters] };

    public static InventoryMessage ToMessage(Inventory value) => new()
    {
        Stock = { value.Stock },
        Shelves = { value.Shelves.Select(shelf => new ShelfMessage { Name = shelf.Name, Items = shelf.Items, IsLocked = shelf.IsLocked }) },
    };

    public static Inventory FromMessage(InventoryMessage message) => new()
    {
        Stock = new(message.Stock),
        Shelves = [.. message.Shelves.Select(shelf => new Shelf { Name = shelf.Name, Items = shelf.Items, IsLocked = shelf.IsLocked })],
    };

    public static LedgerMessage ToMessage(Ledger value) => new() { Entries = { value.Entries.Select(ToMessage) } };

    public static Ledger FromMessage(LedgerMessage message) => new() { Entries = [.. message.Entries.Select(FromMessage)] };

    private static LedgerEntryMessage ToMessage(ILedgerEntry entry) => entry switch
    {
        Deposited deposited => new()
        {
            Deposited = new() { Account = deposited.Account, Amount = ToMessage(deposited.Amount), Reference = deposited.Reference },
        },
        Renamed renamed => new() { Renamed = new() { Account = renamed.Account, Name = renamed.Name, Revision = renamed.Revision } },
        Moved moved => new() { Moved = new() { Account = moved.Account, Latitude = moved.Latitude, Longitude = moved.Longitude } },
        Closed closed => new()
        {
            Closed = new() { Account = closed.Account, At = Timestamp.FromDateTime(closed.At), IsFinal = closed.IsFinal, Reason = closed.Reason },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static ILedgerEntry FromMessage(LedgerEntryMessage message) => message.EntryCase switch
    {
        LedgerEntryMessage.EntryOneofCase.Deposited => new Deposited
        {
            Account = message.Deposited.Account,
            Amount = FromMessage(message.Deposited.Amount),
            Reference = message.Deposited.Reference,
        },
        LedgerEntryMessage.EntryOneofCase.Renamed => new Renamed
        {
            Account = message.Renamed.Account,
            Name = message.Renamed.Name,
            Revision = message.Renamed.Revision,
        },
        LedgerEntryMessage.EntryOneofCase.Moved => new Moved
        {
            Account = message.Moved.Account,
            Latitude = message.Moved.Latitude,
            Longitude = message.Moved.Longitude,
        },
        LedgerEntryMessage.EntryOneofCase.Closed => new Closed
        {
            Account = message.Closed.Account,
            At = message.Closed.At.ToDateTime(),
            IsFinal = message.Closed.IsFinal,
            Reason = message.Closed.Reason,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(message)),
    };

    private static ByteString ToBytes(Guid id) => ByteString.CopyFrom(id.ToByteArray());

    // All amounts of the payloads have two digits behind the point.
    private static DecimalMessage ToMessage(decimal amount) =>
        new() { Units = (long)amount, Nanos = (int)((amount - decimal.Truncate(amount)) * 1_000_000_000) };

    private static decimal FromMessage(DecimalMessage message) =>
        new decimal((int)((message.Units * 100) + (message.Nanos / 10_000_000)), 0, 0, isNegative: false, scale: 2);
}
