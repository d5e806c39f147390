using MessagePack;
using Messaging.Codegen;

namespace Tickets;

[Message("tickets.opened")]
public sealed partial class TicketOpened(Guid id, string subject, string reporter)
{
    [Key(0), IdempotencyKey] public Guid Id { get; } = id;
    [Key(1)] public string Subject { get; } = subject;
    [Key(2)] public string Reporter { get; } = reporter;
}
