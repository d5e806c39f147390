// "object" would make readers construct whatever the payload asks for.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("audit.recorded")]
public sealed partial record AuditRecorded
{
    [Key(0)] public required Guid Id { get; init; }
    [Key(1)] public object? {|MSG106:Details|} { get; init; }
}
