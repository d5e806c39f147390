using System.Runtime.CompilerServices;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>Reads a stream in pieces, so that the broker's lock is never held while the caller works.</summary>
internal static class StoredMessageReader
{
    private const int PieceSize = 256;

    public static async IAsyncEnumerable<StoredMessage> ReadAsync(
        InMemoryBroker broker,
        InMemoryStream stream,
        SubjectPattern filter,
        ulong fromSequence,
        ulong lastSequence,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var next = fromSequence;
        while (next <= lastSequence)
        {
            var piece = TakePiece(broker, stream, next, lastSequence);
            foreach (var entry in piece.Where(entry => filter.Matches(entry.Message.Subject)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry.ToStoredMessage(stream.Definition.Name);
            }

            next = piece.Length == 0 ? lastSequence + 1 : piece[^1].Sequence + 1;
        }
    }

    private static StreamEntry[] TakePiece(InMemoryBroker broker, InMemoryStream stream, ulong from, ulong last)
    {
        lock (broker.Gate)
        {
            return [.. stream.Log.From(from).TakeWhile(entry => entry.Sequence <= last).Take(PieceSize)];
        }
    }
}
