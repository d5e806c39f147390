using MessagePack;
using Messaging.Codegen;

namespace Stock.Import;

[Message("prices.changed")]
public sealed partial record PriceChanged([property: Key(0)] string Sku, [property: Key(1)] decimal Price);
