using MessagePack;
using Messaging.Codegen;

namespace Import;

[Message("import.row")]
public sealed partial record RowImported([property: Key(0), IdempotencyKey] int Row, [property: Key(1)] string Text);
