[assembly: Messaging.Codegen.Stream("BENCH", "bench.>")]

namespace Messaging.Codegen.Benchmarks.Payloads;

/// <summary>The six payloads.</summary>
internal static class AllPayloads
{
    public static Payload<SmallEvent> Small { get; } = new("small", SmallEvent.Create, static () => PayloadJson.Default.SmallEvent);

    public static Payload<Order> Order { get; } = new("order", Payloads.Order.Create, static () => PayloadJson.Default.Order);

    public static Payload<Article> Strings { get; } = new("strings", Article.Create, static () => PayloadJson.Default.Article);

    public static Payload<Readings> Arrays { get; } = new("arrays", Readings.Create, static () => PayloadJson.Default.Readings, isArrays: true);

    public static Payload<Inventory> Dictionary { get; } = new("dictionary", Inventory.Create, static () => PayloadJson.Default.Inventory);

    public static Payload<Ledger> Union { get; } = new("union", Ledger.Create, static () => PayloadJson.Default.Ledger);

    public static IReadOnlyList<Payload> All { get; } = [Small, Order, Strings, Arrays, Dictionary, Union];
}
