using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;

/// <summary>Finds the formatters of this folder, and for everything else the library's own. Looked up once per type, as in a generated resolver.</summary>
internal sealed class WrittenResolver : IFormatterResolver
{
    private static readonly Dictionary<Type, Func<object>> Formatters = new()
    {
        [typeof(SmallEvent)] = static () => new SmallEventFormatter(),
        [typeof(Channel)] = static () => new ChannelFormatter(),
        [typeof(Order)] = static () => new OrderFormatter(),
        [typeof(OrderStatus)] = static () => new OrderStatusFormatter(),
        [typeof(OrderLine)] = static () => new OrderLineFormatter(),
        [typeof(List<OrderLine>)] = static () => new ListFormatter<OrderLine>(),
        [typeof(Article)] = static () => new ArticleFormatter(),
        [typeof(List<string>)] = static () => new ListFormatter<string>(),
        [typeof(Readings)] = static () => new ReadingsFormatter(),
        [typeof(Inventory)] = static () => new InventoryFormatter(),
        [typeof(Dictionary<string, int>)] = static () => new DictionaryFormatter<string, int>(),
        [typeof(Shelf)] = static () => new ShelfFormatter(),
        [typeof(List<Shelf>)] = static () => new ListFormatter<Shelf>(),
        [typeof(Ledger)] = static () => new LedgerFormatter(),
        [typeof(List<ILedgerEntry>)] = static () => new ListFormatter<ILedgerEntry>(),
        [typeof(ILedgerEntry)] = static () => new LedgerEntryFormatter(),
        [typeof(Deposited)] = static () => new DepositedFormatter(),
        [typeof(Renamed)] = static () => new RenamedFormatter(),
        [typeof(Moved)] = static () => new MovedFormatter(),
        [typeof(Closed)] = static () => new ClosedFormatter(),
    };

    private WrittenResolver()
    {
    }

    public static WrittenResolver Instance { get; } = new();

    public IMessagePackFormatter<T>? GetFormatter<T>() => Cache<T>.Formatter;

    private static class Cache<T>
    {
        internal static readonly IMessagePackFormatter<T>? Formatter = Formatters.TryGetValue(typeof(T), out Func<object>? create)
            ? (IMessagePackFormatter<T>)create()
            : BuiltinResolver.Instance.GetFormatter<T>();
    }
}
