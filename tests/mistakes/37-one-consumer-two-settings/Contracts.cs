using MessagePack;
using Messaging.Codegen;

namespace Warehouse;

[Message("goods.received")]
public sealed partial record GoodsReceived([property: Key(0)] string Sku, [property: Key(1)] int Pieces);

[Message("goods.picked")]
public sealed partial record GoodsPicked([property: Key(0)] string Sku, [property: Key(1)] int Pieces);
