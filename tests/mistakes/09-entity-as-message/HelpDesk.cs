using Messaging.Codegen;

namespace Tickets;

public sealed class HelpDesk(IPublisher<TicketOpened> publisher, TimeProvider clock)
{
    public async Task OpenAsync(string subject, string reporter, CancellationToken cancellationToken) =>
        await publisher.PublishAsync(new TicketOpened(subject, reporter, clock), cancellationToken);
}
