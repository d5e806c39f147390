using MessagePack;
using Messaging.Codegen;

namespace Garage.Contracts;

[Message("garage.car-ready")]
public sealed partial record RepairFinished
{
    [Key(0)] public required string Plate { get; init; }
}
