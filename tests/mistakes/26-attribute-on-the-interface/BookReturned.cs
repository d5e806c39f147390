using MessagePack;
using Messaging.Codegen;

namespace Library;

[Message("books.returned")]
public sealed partial record BookReturned([property: Key(0), IdempotencyKey] Guid LoanId, [property: Key(1)] string Isbn);
