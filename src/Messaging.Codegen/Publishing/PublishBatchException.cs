namespace Messaging.Codegen;

/// <summary>
/// Of a batch that was not stored as a whole some messages failed. Publishing the same messages again is safe: those that are stored are recognised by their
/// ids, if they have business keys.
/// </summary>
/// <param name="receipts">For each message its receipt, or null.</param>
/// <param name="failures">For each message why it failed, or null.</param>
public sealed class PublishBatchException(IReadOnlyList<PublishReceipt?> receipts, IReadOnlyList<Exception?> failures)
    : Exception(
        $"{failures.Count(static failure => failure is not null)} of {failures.Count} messages of a batch failed: {failures.First(static failure => failure is not null)!.Message}",
        failures.First(static failure => failure is not null))
{
    /// <summary>For each message its receipt; null for one that failed.</summary>
    public IReadOnlyList<PublishReceipt?> Receipts { get; } = receipts;

    /// <summary>For each message why it failed; null for one that is stored.</summary>
    public IReadOnlyList<Exception?> Failures { get; } = failures;
}
