using MessagePack;
using Messaging.Codegen;

namespace Telemetry;

[Message("readings.taken")]
public sealed partial record Reading([property: Key(0)] int Meter, [property: Key(1)] double Value, [property: Key(2)] DateTimeOffset At);
