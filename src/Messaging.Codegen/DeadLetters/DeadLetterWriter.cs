using System.Globalization;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;

namespace Messaging.Codegen.DeadLetters;

/// <summary>Copies messages that are given up to the dead-letter or quarantine stream, raw bytes and all that is known about them.</summary>
internal sealed class DeadLetterWriter(MessagingRuntime runtime, DeadLetterStore store)
{
    public DeadLetterStore Store { get; } = store;

    /// <summary>Copies <paramref name="delivery"/> and returns when the copy is stored.</summary>
    /// <exception cref="PublishException">It could not be stored: the original must not be let go.</exception>
    public async ValueTask WriteAsync(Delivery delivery, GiveUpKind kind, string reason, Exception? exception, CancellationToken cancellationToken)
    {
        var replayed = (delivery.Info.AckToken as ReplayToken)?.Letter;
        var letter = new DeadLetter
        {
            Id = new DeadLetterId(kind, delivery.Stream, 0),
            Consumer = delivery.Consumer,
            Reason = reason,
            Exception = exception?.GetType().FullName,
            Contract = delivery.Contract?.Identity,
            Subject = delivery.Subject,
            OriginalSequence = delivery.Sequence,
            MessageId = delivery.MessageId,
            Deliveries = delivery.DeliveryCount,
            PublishedAt = delivery.Timestamp,
            GivenUpAt = default,
            Headers = DeadLetterCodec.Copy(delivery.Headers),
            Payload = replayed?.Payload ?? await ReadPayloadAsync(delivery, cancellationToken).ConfigureAwait(false),
        };
        var subject = GiveUpStreams.Subject(kind, delivery.Stream, delivery.Consumer);
        var messageId = string.Create(CultureInfo.InvariantCulture, $"{subject}:{delivery.Sequence}");

        // A replay that failed is another entry than the one that was replayed, which goes when this one is stored.
        await Store.AddAsync(letter, replayed is null ? messageId : $"{messageId}:after:{replayed.Id}", cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadPayloadAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        // The stream's copy has the bytes as they came; a decoded message has lost members that this version does not know.
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var stored = await transport.GetAsync(delivery.Stream, delivery.Sequence, cancellationToken).ConfigureAwait(false);
        return stored?.Payload ?? delivery.CopyPayload();
    }
}
