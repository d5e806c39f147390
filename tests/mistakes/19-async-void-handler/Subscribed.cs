using MessagePack;
using Messaging.Codegen;

namespace Newsletter;

[Message("newsletter.subscribed")]
public sealed partial record Subscribed([property: Key(0), IdempotencyKey] string Email, [property: Key(1)] string Name);
