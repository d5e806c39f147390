using Messaging.Codegen;

namespace Taxes;

public sealed class Reminders
{
    [Handler("reminders")]
    public void Handle(InvoiceDue invoice) => Console.WriteLine($"{invoice.Number} is due on {invoice.Due:d}");
}
