using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>Publishes messages that ask something of their stream.</summary>
internal sealed class TermPublisher(NatsLink link, JetStreamAssets assets, PublishWindow window)
{
    public async ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, PublishTerms terms, CancellationToken cancellationToken)
    {
        if (terms.TimeToLive is not null)
        {
            ServerVersion.Require(link, ServerVersion.MessageTtl, message.Subject, nameof(PublishOptions.TimeToLive));
        }

        try
        {
            return await window.PublishAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (PublishExpectationException e) when (
            message.MessageId is not null && e.Expectation is PublishExpectation.LastSequence or PublishExpectation.LastSubjectSequence)
        {
            // What disappointed it may be the first copy of this very message, whose acknowledgement was lost.
            var probe = await DuplicateProbe.CreateAsync(assets, window, e.Stream, cancellationToken).ConfigureAwait(false);
            if (!probe.LooksForCopiesFirst && await probe.FindAsync(message, cancellationToken).ConfigureAwait(false) is { } first)
            {
                return first;
            }

            throw;
        }
    }
}
