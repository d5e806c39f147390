using MessagePack;
using Messaging.Codegen;

namespace Meters.Gateway;

[Message("meters.read")]
public sealed partial record MeterRead([property: Key(0)] int Meter, [property: Key(1)] long WattHours);
