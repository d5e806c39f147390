using MessagePack;
using Messaging.Codegen;

namespace Accounts;

public abstract record AccountEvent
{
    [Key(0)] public required Guid AccountId { get; init; }
    [Key(1)] public required DateTimeOffset At { get; init; }
}

[Message("accounts.opened")]
public sealed partial record AccountOpened : AccountEvent
{
    [Key(2)] public required string Owner { get; init; }
}

[Message("accounts.closed")]
public sealed partial record AccountClosed : AccountEvent
{
    [Key(2)] public string? Reason { get; init; }
}
