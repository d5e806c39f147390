namespace Messaging.Codegen.Postgres;

/// <summary>What one publish through the outbox does otherwise than the contract says.</summary>
public sealed class OutboxOptions
{
    /// <summary>Message id, conversation, headers, time to live (from its publishing on); no expectations of the stream. Null means the contract's own rules.</summary>
    public PublishOptions? Publish { get; init; }

    /// <summary>
    /// Messages with the same key are published one after the other, in the order in which their transactions commit: transactions that use the same
    /// key wait for each other, from their first publish with it to their end, so use keys as narrow as an order's or a customer's, and several always in
    /// the same order. Null means the subject, in the order of writing, and nobody waits.
    /// </summary>
    public string? OrderingKey { get; init; }
}
