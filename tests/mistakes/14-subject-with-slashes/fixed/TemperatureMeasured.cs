using MessagePack;
using Messaging.Codegen;

namespace Sensors;

[Message("sensors.temperature", Subject = "sensors.{Room}.temperature")]
public sealed partial record TemperatureMeasured
{
    [Key(0)] public required string Room { get; init; }
    [Key(1)] public required double Celsius { get; init; }
}
