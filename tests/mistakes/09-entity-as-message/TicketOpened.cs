using MessagePack;
using Messaging.Codegen;

namespace Tickets;

[Message("tickets.opened")]
public sealed partial class TicketOpened
{
    public TicketOpened(string subject, string reporter, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        Id = Guid.CreateVersion7(clock.GetUtcNow());
        Subject = subject;
        Reporter = reporter;
    }

    [Key(0), IdempotencyKey] public Guid Id { get; }
    [Key(1)] public string Subject { get; }
    [Key(2)] public string Reporter { get; }
}
