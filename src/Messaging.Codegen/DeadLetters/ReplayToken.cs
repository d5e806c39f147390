using Messaging.Codegen.Transports;

namespace Messaging.Codegen.DeadLetters;

/// <summary>What a replayed delivery is acknowledged with.</summary>
/// <param name="Request">The delivery of the request for the replay.</param>
/// <param name="Letter">The message that is replayed.</param>
internal sealed record ReplayToken(DeliveryInfo Request, DeadLetter Letter);
