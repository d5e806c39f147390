using System.Globalization;
using System.Runtime.CompilerServices;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.DeadLetters;

/// <summary>Writes, reads and removes the entries of the dead-letter and quarantine streams.</summary>
internal sealed class DeadLetterStore(PublishPipeline publisher, MessagingModel model)
{
    /// <summary>Stores an entry and returns when the broker has it.</summary>
    /// <param name="letter">What to keep; the sequence of its id means nothing.</param>
    /// <param name="messageId">The entry's own id: the same for every try.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry's sequence.</returns>
    /// <exception cref="PublishException">It could not be stored: the original must not be let go.</exception>
    public async ValueTask<ulong> AddAsync(DeadLetter letter, string messageId, CancellationToken cancellationToken)
    {
        var subject = GiveUpStreams.Subject(letter.Id.Kind, letter.Id.Stream, letter.Consumer);
        try
        {
            var entry = new OutgoingBytes(subject, messageId, DeadLetterCodec.Encode(letter), letter.Payload);
            return (await publisher.PublishBytesAsync(entry, cancellationToken).ConfigureAwait(false)).Sequence;
        }
        catch (PublishException e) when (e.Failure == PublishFailure.TooLarge)
        {
            return await AddInPartsAsync(letter, subject, messageId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads one entry; null when it is gone.</summary>
    /// <exception cref="TransportException">Its stream is missing or cannot be read.</exception>
    public async ValueTask<DeadLetter?> FindAsync(ITransport transport, DeadLetterId id, CancellationToken cancellationToken)
    {
        var entry = await transport.GetAsync(id.CopyStream, id.Sequence, cancellationToken).ConfigureAwait(false);
        return entry is null || GiveUpStreams.IsPart(entry.Subject)
            ? null
            : await DecodeAsync(transport, id.Kind, id.Stream, entry, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the entries of one stream, of one consumer or of all (null).</summary>
    public async IAsyncEnumerable<DeadLetter> ReadAsync(
        ITransport transport, GiveUpKind kind, string stream, string? consumer, ulong fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = GiveUpStreams.Subject(kind, stream, consumer ?? SubjectPattern.AnyToken);
        await foreach (var entry in transport.ReadAsync(GiveUpStreams.Name(kind, stream), filter, fromSequence, cancellationToken).ConfigureAwait(false))
        {
            if (await DecodeAsync(transport, kind, stream, entry, cancellationToken).ConfigureAwait(false) is { } letter)
            {
                yield return letter;
            }
        }
    }

    /// <summary>Removes an entry and its parts.</summary>
    /// <returns>False when it was gone.</returns>
    public static async ValueTask<bool> RemoveAsync(ITransport transport, DeadLetter letter, CancellationToken cancellationToken)
    {
        var removed = await transport.DeleteAsync(letter.Id.CopyStream, letter.Id.Sequence, cancellationToken).ConfigureAwait(false);
        foreach (var part in letter.Parts)
        {
            await transport.DeleteAsync(letter.Id.CopyStream, part, cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }

    private async ValueTask<ulong> AddInPartsAsync(DeadLetter letter, string subject, string messageId, CancellationToken cancellationToken)
    {
        var sequences = new List<ulong>();
        foreach (var part in DeadLetterParts.Split(letter.Headers, letter.Payload))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{messageId}:part{sequences.Count}");
            var receipt = await publisher.PublishBytesAsync(
                new OutgoingBytes(GiveUpStreams.PartSubject(subject), id, null, part), cancellationToken).ConfigureAwait(false);
            sequences.Add(receipt.Sequence);
        }

        var headers = DeadLetterCodec.Encode(letter, withOwnHeaders: false);
        headers.Add(HeaderRules.Parts, DeadLetterParts.Format(sequences));
        return (await publisher.PublishBytesAsync(new OutgoingBytes(subject, messageId, headers, default), cancellationToken).ConfigureAwait(false)).Sequence;
    }

    /// <summary>Null when a part is gone: the entry is being removed.</summary>
    private async ValueTask<DeadLetter?> DecodeAsync(
        ITransport transport, GiveUpKind kind, string stream, StoredMessage entry, CancellationToken cancellationToken)
    {
        var parts = new List<StoredMessage>();
        foreach (var sequence in DeadLetterParts.Parse(entry.Headers?[HeaderRules.Parts]))
        {
            if (await transport.GetAsync(entry.Stream, sequence, cancellationToken).ConfigureAwait(false) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return DeadLetterCodec.Decode(kind, stream, entry, parts, model);
    }
}
