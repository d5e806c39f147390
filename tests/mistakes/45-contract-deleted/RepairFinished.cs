using MessagePack;
using Messaging.Codegen;

namespace Garage.Contracts;

[Message("garage.repair-finished")]
public sealed partial record RepairFinished
{
    [Key(0)] public required string Plate { get; init; }
}
