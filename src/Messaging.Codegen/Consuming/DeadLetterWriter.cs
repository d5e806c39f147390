using System.Globalization;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>Copies messages that are given up to the dead-letter or quarantine stream, raw bytes and all that is known about them.</summary>
internal sealed class DeadLetterWriter(MessagingRuntime runtime, PublishPipeline publisher)
{
    /// <summary>Copies <paramref name="delivery"/> and returns when the copy is stored.</summary>
    /// <exception cref="PublishException">It could not be stored: the original must not be let go.</exception>
    public async ValueTask WriteAsync(Delivery delivery, GiveUpKind kind, string reason, Exception? exception, CancellationToken cancellationToken)
    {
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);

        // The stream's copy has the bytes as they came; a decoded message has lost members that this version does not know.
        var stored = await transport.GetAsync(delivery.Stream, delivery.Sequence, cancellationToken).ConfigureAwait(false);
        var payload = stored?.Payload ?? delivery.CopyPayload();
        var subject = GiveUpStreams.Subject(kind, delivery.Stream, delivery.Consumer);
        var messageId = string.Create(CultureInfo.InvariantCulture, $"{subject}:{delivery.Sequence}");
        var headers = Describe(delivery, reason, exception);
        await publisher.PublishBytesAsync(new OutgoingBytes(subject, messageId, headers, payload), cancellationToken).ConfigureAwait(false);
    }

    private static MessageHeaders Describe(Delivery delivery, string reason, Exception? exception)
    {
        var headers = new MessageHeaders
        {
            { HeaderRules.Reason, HeaderRules.Sanitize(reason) },
            { HeaderRules.OriginalSubject, delivery.Subject },
            { HeaderRules.OriginalStream, delivery.Stream },
            { HeaderRules.OriginalSequence, delivery.Sequence.ToString(CultureInfo.InvariantCulture) },
            { HeaderRules.Consumer, delivery.Consumer },
            { HeaderRules.Deliveries, delivery.DeliveryCount.ToString(CultureInfo.InvariantCulture) },
            { HeaderRules.OriginalMessageId, HeaderRules.Sanitize(delivery.MessageId) },
        };
        if (exception is not null)
        {
            headers.Add(HeaderRules.Exception, HeaderRules.Sanitize(exception.GetType().FullName));
        }

        foreach (var (name, value) in delivery.Headers)
        {
            if (!HeaderRules.IsBrokers(name) && headers[name] is null && HeaderRules.IsValidName(name))
            {
                headers.Add(name, HeaderRules.Sanitize(value));
            }
        }

        return headers;
    }
}
