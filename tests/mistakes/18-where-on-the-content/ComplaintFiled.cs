using MessagePack;
using Messaging.Codegen;

namespace Support;

[Message("complaints.filed", Subject = "complaints.{Country}.filed")]
public sealed partial record ComplaintFiled
{
    [Key(0), IdempotencyKey] public required Guid ComplaintId { get; init; }
    [Key(1)] public required string Country { get; init; }
    [Key(2)] public required string Plan { get; init; }
}
