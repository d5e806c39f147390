using MessagePack;
using Messaging.Codegen;

namespace Catalogue;

[Message("products.get")]
public sealed partial record GetProduct([property: Key(0)] string Sku) : IRequest<ProductReply>;

[Message("products.reply")]
public sealed partial record ProductReply([property: Key(0)] string Name, [property: Key(1)] decimal Price);
