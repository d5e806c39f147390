using System.Globalization;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>
/// Publishes batches as a whole: the server keeps the parts aside until the last one tells it to store them. It refuses a batch with a message that the
/// stream has already, so those are left out then.
/// </summary>
internal sealed class BatchPublisher(NatsLink link, JetStreamAssets assets, PublishWindow window)
{
    /// <summary>The server's limit.</summary>
    public const int MaxMessages = 1000;

    private const string BatchId = "Nats-Batch-Id";
    private const string BatchSequence = "Nats-Batch-Sequence";
    private const string BatchCommit = "Nats-Batch-Commit";

    /// <returns>Null when the server or the stream does not do it.</returns>
    public async ValueTask<IReadOnlyList<PublishReceipt>?> PublishAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count > MaxMessages || ServerVersion.IsOlder(link, ServerVersion.AtomicBatches))
        {
            return null;
        }

        try
        {
            return await StoreAsync(messages, cancellationToken).ConfigureAwait(false);
        }
        catch (PublishException e) when (e.ErrorCode == StreamRefusal.AtomicPublishDisabled)
        {
            return null;
        }
        catch (PublishException e) when (e is { ErrorCode: StreamRefusal.BatchContainsDuplicate, Stream: { } stream })
        {
            return await StoreRestAsync(messages, stream, e, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<IReadOnlyList<PublishReceipt>?> StoreAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        // Never that of an earlier try: the server may still wait for the rest of that.
        var id = Nuid.NewNuid();
        var first = await window.PublishAsync(Part(messages, 0, id), cancellationToken).ConfigureAwait(false);
        if (first.Sequence != 0)
        {
            // It knows no batches and has stored the first message as any other.
            return null;
        }

        for (var i = 1; i < messages.Count - 1; i++)
        {
            await WriteAsync(Part(messages, i, id), cancellationToken).ConfigureAwait(false);
        }

        var last = await window.PublishAsync(Part(messages, messages.Count - 1, id), cancellationToken).ConfigureAwait(false);
        var before = last.Sequence - (ulong)messages.Count;
        return [.. Enumerable.Range(1, messages.Count).Select(number => last with { Sequence = before + (ulong)number })];
    }

    /// <summary>Stores what the stream does not have yet, as a whole.</summary>
    private async ValueTask<IReadOnlyList<PublishReceipt>?> StoreRestAsync(
        IReadOnlyList<OutgoingMessage> messages, string stream, PublishException refusal, CancellationToken cancellationToken)
    {
        var probe = await DuplicateProbe.CreateAsync(assets, window, stream, cancellationToken).ConfigureAwait(false);
        var copies = await Task.WhenAll(messages.Select(message => probe.FindAsync(message, cancellationToken).AsTask())).ConfigureAwait(false);
        var rest = messages.Where((_, index) => copies[index] is null).ToArray();
        if (rest.Length == messages.Count)
        {
            throw new PublishException(PublishFailure.Refused, refusal.Subject, "Another publish of one of the messages has not ended yet.", refusal)
            {
                ErrorCode = refusal.ErrorCode,
                IsTransient = true,
            };
        }

        var stored = rest.Length switch
        {
            0 => [],
            1 => [await window.PublishAsync(rest[0], cancellationToken).ConfigureAwait(false)],
            _ => await StoreAsync(rest, cancellationToken).ConfigureAwait(false),
        };
        if (stored is null)
        {
            return null;
        }

        var next = 0;
        return [.. copies.Select(copy => copy ?? stored[next++])];
    }

    private static WireMessage Part(IReadOnlyList<OutgoingMessage> messages, int index, string id)
    {
        var number = (BatchSequence, (index + 1).ToString(CultureInfo.InvariantCulture));
        return index < messages.Count - 1
            ? new WireMessage(messages[index], messages[index].Terms, hasPayload: true, (BatchId, id), number) { IsBatchPart = true }
            : new WireMessage(messages[index], messages[index].Terms, hasPayload: true, (BatchId, id), number, (BatchCommit, "1")) { Asked = messages[0].Terms };
    }

    /// <summary>Writes a part without an answer: if it does not arrive, the last part is refused.</summary>
    private async ValueTask WriteAsync(WireMessage part, CancellationToken cancellationToken)
    {
        try
        {
            await link.Connection.PublishAsync(
                part.Subject, part, HeaderMapping.ToNats(part), serializer: OutgoingPayload.Instance, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NatsException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw SendFailure.ToException(part.Subject, e);
        }
    }
}
