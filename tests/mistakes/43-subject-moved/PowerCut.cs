using MessagePack;
using Messaging.Codegen;

namespace Energy.Contracts;

[Message("grid.power-cut", Subject = "nl.grid.power-cut.v1")]
public sealed partial record PowerCut
{
    [Key(0)] public required string Substation { get; init; }
    [Key(1)] public required int Households { get; init; }
}
