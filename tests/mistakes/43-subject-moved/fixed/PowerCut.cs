using MessagePack;
using Messaging.Codegen;

namespace Energy.Contracts;

[Message("grid.power-cut")]
public sealed partial record PowerCut
{
    [Key(0)] public required string Substation { get; init; }
    [Key(1)] public required int Households { get; init; }
}
