using System.Buffers;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>Hands messages to the sink; what it has no room for, or throws at, goes back to the server.</summary>
internal sealed class Handover(ConsumerDefinition definition, IMessageSink sink, PullCredit credit, Settlements settlements, NatsLog log)
{
    /// <summary>When a message comes again that could not be taken: not at once, since the reason may last.</summary>
    private static readonly TimeSpan RefusedDelay = TimeSpan.FromSeconds(1);

    private readonly string _name = definition.ToString();

    /// <summary>Hands one message over. Does not throw.</summary>
    /// <returns>False when it was not taken: there is room for another one.</returns>
    public bool TryDeliver(string subject, string reply, in AckSubject ack, ReadOnlySequence<byte>? headers, in ReadOnlySequence<byte> payload)
    {
        if (!credit.TryDeliver())
        {
            log.DeliveryRefused(_name, ack.Sequence, RefusedDelay);
            _ = GiveBackAsync(reply);
            return false;
        }

        try
        {
            sink.Deliver(new IncomingMessage
            {
                Subject = subject,
                Payload = payload,
                Headers = headers is { } block ? HeaderMapping.FromBlock(block) : null,
                Delivery = new DeliveryInfo(definition.Stream, ack.Sequence, ack.DeliveryCount, ack.Timestamp, reply),
            });
            return true;
        }
        catch (Exception e)
        {
            log.DeliveryFailed(_name, RefusedDelay, e);
            credit.Release(1);
            _ = GiveBackAsync(reply);
            return false;
        }
    }

    private async Task GiveBackAsync(string reply)
    {
        try
        {
            await settlements.NakAsync(reply, RefusedDelay).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            log.SettlementsLost(_name, 1, e);
        }
    }
}
