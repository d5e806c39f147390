namespace Messaging.Codegen;

/// <summary>The stream's word that it holds the message.</summary>
/// <param name="Stream">The stream that stored it.</param>
/// <param name="Sequence">Its sequence in the stream; that of the first copy when <paramref name="Duplicate"/>.</param>
/// <param name="Duplicate">True when the stream held a message of the same id already: nothing was added, and that is success.</param>
public readonly record struct PublishReceipt(string Stream, ulong Sequence, bool Duplicate);
