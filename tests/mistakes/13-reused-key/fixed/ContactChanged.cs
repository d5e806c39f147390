using MessagePack;
using Messaging.Codegen;

namespace Crm.Contracts;

/// <remarks>1 was Fax.</remarks>
[Message("contacts.changed")]
[ReservedKeys(1)]
public sealed partial record ContactChanged
{
    [Key(0)] public required Guid ContactId { get; init; }
    [Key(3)] public string? Mobile { get; init; }
    [Key(2)] public string? Email { get; init; }
}
