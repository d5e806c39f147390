using MessagePack;
using Messaging.Codegen;

namespace Invoicing;

[Message("invoices.sent")]
public sealed partial class InvoiceSent
{
    [Key(0), IdempotencyKey] public string Number { get; set; } = "";
    [Key(1)] public decimal Net { get; set; }
    [Key(2)] public decimal TaxRate { get; set; }
    [Key(3)] public decimal Gross => Net * (1 + TaxRate);
}
