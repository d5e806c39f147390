using Messaging.Codegen;

namespace Invoicing;

public sealed class Reminders(TimeProvider clock)
{
    [Handler("reminders")]
    public Task HandleAsync(InvoiceSent invoice, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"{invoice.Number}: {invoice.Gross} until {clock.GetUtcNow().AddDays(14):d}".AsMemory(), cancellationToken);
}
