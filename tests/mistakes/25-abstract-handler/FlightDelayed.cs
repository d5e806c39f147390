using MessagePack;
using Messaging.Codegen;

namespace Flights;

[Message("flights.delayed")]
public sealed partial record FlightDelayed([property: Key(0)] string Number, [property: Key(1)] int Minutes);
