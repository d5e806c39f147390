namespace Messaging.Codegen;

/// <summary>What one batch does otherwise than its contracts say.</summary>
public sealed class PublishBatchOptions
{
    /// <summary>
    /// True to have nothing stored when the batch cannot be stored as a whole: the stream does not allow it
    /// (<see cref="StreamAttribute.AllowAtomicBatches"/>), the server is older than 2.12, or there are more than 1,000 messages. The default is false:
    /// then each message is published by itself, and <see cref="BatchReceipt.IsAtomic"/> says so.
    /// </summary>
    public bool RequireAtomic { get; init; }

    /// <summary>
    /// What holds for each message, null for nothing. Without <see cref="PublishOptions.MessageId"/>, and without
    /// <see cref="PublishOptions.ExpectedLastMessageId"/>. Expected sequences are those before the first message of the batch, and need a batch that is
    /// stored as a whole.
    /// </summary>
    public PublishOptions? Options { get; init; }
}
