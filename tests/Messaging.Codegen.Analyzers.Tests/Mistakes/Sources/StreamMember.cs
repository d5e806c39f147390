// A file handle was put into a message.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("documents.uploaded")]
public sealed partial class DocumentUploaded
{
    [Key(0)] public required string Name { get; init; }
    [Key(1)] public required Stream {|MSG106:Content|} { get; init; }
}
