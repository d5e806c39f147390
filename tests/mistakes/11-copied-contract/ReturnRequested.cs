using MessagePack;
using Messaging.Codegen;

namespace Returns;

[Message("returns.requested")]
public sealed partial record ReturnRequested
{
    [Key(0), IdempotencyKey] public required Guid ReturnId { get; init; }
    [Key(1)] public required string Reason { get; init; }
}
