using MessagePack;
using Messaging.Codegen;

namespace Stores;

[Message("stores.stock-counted", Subject = "stores.{StoreId}.stock-counted")]
public sealed partial record StockCounted
{
    [Key(0)] public required string StoreId { get; init; }
    [Key(1)] public required string Sku { get; init; }
    [Key(2)] public required int Pieces { get; init; }
}
