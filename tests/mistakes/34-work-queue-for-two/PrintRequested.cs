using MessagePack;
using Messaging.Codegen;

namespace Print;

[Message("print.requested", Subject = "print.{Printer}.requested")]
public sealed partial record PrintRequested([property: Key(0), IdempotencyKey] Guid JobId, [property: Key(1)] string Printer, [property: Key(2)] int Pages);
