using MessagePack;
using Messaging.Codegen;

namespace Fleet.Contracts;

[Message("fleet.refuelled")]
public sealed partial record Refuelled
{
    [Key(0)] public required string Truck { get; init; }
    [Key(1)] public double Litres { get; init; }
    [Key(2)] public string? Station { get; init; }
}
