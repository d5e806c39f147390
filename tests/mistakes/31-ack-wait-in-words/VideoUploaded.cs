using MessagePack;
using Messaging.Codegen;

namespace Video;

[Message("videos.uploaded")]
public sealed partial record VideoUploaded([property: Key(0), IdempotencyKey] Guid VideoId, [property: Key(1)] Uri Location);
