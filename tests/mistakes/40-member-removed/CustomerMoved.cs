using MessagePack;
using Messaging.Codegen;

namespace Crm.Contracts;

[Message("customers.moved")]
public sealed partial record CustomerMoved
{
    [Key(0)] public required int Number { get; init; }
    [Key(1)] public required string Street { get; init; }
    [Key(3)] public string? Phone { get; init; }
}
