using System.Globalization;
using Messaging.Codegen.DeadLetters;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// Finds the message that kills its process. Such a death costs every delivery that the process had, so how often a message was delivered does
/// not tell the guilty one from its neighbours. One that was delivered more often than a failing one can be is therefore tried alone, and before
/// each such trial a note is stored beside the quarantined messages: who has notes and comes again has died alone.
/// </summary>
internal sealed class SoloTrials(MessagingRuntime runtime, PublishPipeline publisher)
{
    /// <summary>How often a message is tried alone. More than once, since a process may be killed by something else meanwhile.</summary>
    public const int Limit = 3;

    /// <summary>Counts the trials that were begun, and notes another one unless there were enough.</summary>
    /// <returns>How many were begun before.</returns>
    /// <exception cref="Exception">The notes cannot be read or written: the message must not be tried.</exception>
    public async ValueTask<int> BeginAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var subject = Subject(delivery);
        var begun = 0;
        await foreach (var _ in transport.ReadAsync(Stream(delivery), subject, 0, cancellationToken).ConfigureAwait(false))
        {
            begun++;
        }

        if (begun < Limit)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{subject}:{delivery.DeliveryCount}");
            var note = new MessageHeaders
            {
                { HeaderRules.Reason, string.Create(CultureInfo.InvariantCulture, $"Tried alone by process {Environment.ProcessId} of {HeaderRules.Sanitize(Environment.MachineName)}.") },
                { HeaderRules.OriginalStream, delivery.Stream },
                { HeaderRules.OriginalSequence, delivery.Sequence.ToString(CultureInfo.InvariantCulture) },
                { HeaderRules.Consumer, delivery.Consumer },
                { HeaderRules.Deliveries, delivery.DeliveryCount.ToString(CultureInfo.InvariantCulture) },
            };
            await publisher.PublishBytesAsync(new OutgoingBytes(subject, id, note, default), cancellationToken).ConfigureAwait(false);
        }

        return begun;
    }

    /// <summary>Removes the notes of a message that is done with.</summary>
    public async ValueTask ForgetAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        await transport.PurgeAsync(Stream(delivery), Subject(delivery), cancellationToken).ConfigureAwait(false);
    }

    private static string Stream(Delivery delivery) => GiveUpStreams.Name(GiveUpKind.Quarantine, delivery.Stream);

    private static string Subject(Delivery delivery) => string.Create(
        CultureInfo.InvariantCulture, $"{GiveUpStreams.Subject(GiveUpKind.Quarantine, delivery.Stream, delivery.Consumer)}.trial.{delivery.Sequence}");
}
