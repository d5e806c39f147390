// A generic envelope has no identity of its own.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("envelope")]
public sealed partial record {|MSG001:Envelope|}<T>([property: Key(0)] T Body);
