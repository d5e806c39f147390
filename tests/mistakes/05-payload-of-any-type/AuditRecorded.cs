using MessagePack;
using Messaging.Codegen;

namespace Audit;

[Message("audit.recorded")]
public sealed partial record AuditRecorded
{
    [Key(0), IdempotencyKey] public required Guid EventId { get; init; }
    [Key(1)] public required string EventType { get; init; }
    [Key(2)] public required object Payload { get; init; }
}
