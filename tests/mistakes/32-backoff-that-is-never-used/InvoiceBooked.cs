using MessagePack;
using Messaging.Codegen;

namespace Erp.Export;

[Message("invoices.booked")]
public sealed partial record InvoiceBooked([property: Key(0), IdempotencyKey] string Number, [property: Key(1)] decimal Total);
