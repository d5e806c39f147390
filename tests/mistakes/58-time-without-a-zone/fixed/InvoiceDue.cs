using MessagePack;
using Messaging.Codegen;

namespace Taxes;

[Message("invoices.due")]
public sealed partial record InvoiceDue([property: Key(0)] string Number, [property: Key(1)] DateTimeOffset Due);
