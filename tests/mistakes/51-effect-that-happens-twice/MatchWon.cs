using MessagePack;
using Messaging.Codegen;

namespace Games;

[Message("matches.won")]
public sealed partial record MatchWon([property: Key(0), IdempotencyKey] Guid MatchId, [property: Key(1)] string Player);
