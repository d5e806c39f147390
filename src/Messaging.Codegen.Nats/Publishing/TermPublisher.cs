using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>Publishes messages that ask something of their stream.</summary>
internal sealed class TermPublisher(NatsLink link, JetStreamAssets assets, PublishWindow window)
{
    public async ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, PublishTerms terms, CancellationToken cancellationToken)
    {
        if (terms.DueAt is not null)
        {
            return await ScheduleAsync(message, terms, cancellationToken).ConfigureAwait(false);
        }

        if (terms.TimeToLive is not null)
        {
            ServerVersion.Require(link, ServerVersion.MessageTtl, message.Subject, nameof(PublishOptions.TimeToLive));
        }

        try
        {
            return await window.PublishAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (PublishExpectationException e) when (
            message.MessageId is not null && e is { Expectation: PublishExpectation.LastSequence or PublishExpectation.LastSubjectSequence, Stream: not null })
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

    private async ValueTask<PublishReceipt> ScheduleAsync(OutgoingMessage message, PublishTerms terms, CancellationToken cancellationToken)
    {
        ServerVersion.Require(link, ServerVersion.Schedules, message.Subject, "A schedule");
        try
        {
            return await window.PublishAsync(ScheduledMessage.From(message, terms), cancellationToken).ConfigureAwait(false);
        }
        catch (PublishException e) when (e.Failure == PublishFailure.NoStream)
        {
            // A stream without schedules does not have their subjects either.
            var info = await assets.FindStreamInfoAsync(terms.ExpectedStream!, cancellationToken).ConfigureAwait(false);
            if (info is not null && !StreamConfig.Read(info.GetObject("config")).AllowSchedules)
            {
                throw StreamRefusal.SchedulesNotAllowed(message.Subject, terms.ExpectedStream!);
            }

            throw;
        }
    }
}
