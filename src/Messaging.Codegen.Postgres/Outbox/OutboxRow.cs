using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Postgres;

/// <summary>A message that waits to be published.</summary>
internal sealed record OutboxRow(long Id, string OrderingKey, OutgoingBytes Message, int Attempts);

/// <summary>What became of a try to publish a row.</summary>
/// <param name="Id">The row.</param>
/// <param name="Reason">Why it was not published; null when it was.</param>
/// <param name="Delay">When it is tried again; null when it never is.</param>
internal readonly record struct OutboxResult(long Id, string? Reason, TimeSpan? Delay);
