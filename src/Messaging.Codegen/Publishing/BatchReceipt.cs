namespace Messaging.Codegen;

/// <summary>The stream's word that it holds all messages of a batch.</summary>
/// <param name="IsAtomic">
/// True when they were stored as a whole: nobody sees a part of them, also after a crash. False when the stream or the broker cannot do that, and each was
/// published by itself.
/// </param>
/// <param name="Messages">A receipt for each message, in the order of the batch.</param>
public sealed record BatchReceipt(bool IsAtomic, IReadOnlyList<PublishReceipt> Messages);
