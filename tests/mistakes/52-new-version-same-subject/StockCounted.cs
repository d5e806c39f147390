using MessagePack;
using Messaging.Codegen;

namespace Warehouse.Stock;

[Message("stock.counted", Version = 1, Subject = "stock.counted")]
public sealed partial record StockCounted([property: Key(0)] string Sku, [property: Key(1)] int Pieces);

[Message("stock.counted", Version = 2, Subject = "stock.counted")]
public sealed partial record StockCountedV2([property: Key(0)] string Sku, [property: Key(1)] int Pieces, [property: Key(2)] string Shelf);
