using MessagePack;
using Messaging.Codegen;

namespace Returns;

[Message("returns.requested", Subject = "returns.accepted")]
public sealed partial record ReturnAccepted
{
    [Key(0), IdempotencyKey] public required Guid ReturnId { get; init; }
    [Key(1)] public required decimal Refund { get; init; }
}
