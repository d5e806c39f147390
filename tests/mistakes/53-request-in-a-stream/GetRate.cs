using MessagePack;
using Messaging.Codegen;

namespace Shipping.Rates;

[Message("rates.get")]
public sealed partial record GetRate([property: Key(0)] string Country, [property: Key(1)] int Grams) : IRequest<Rate>;

[Message("rates.rate")]
public sealed partial record Rate([property: Key(0)] decimal Euros);
