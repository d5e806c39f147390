using System.Globalization;
using System.Runtime.CompilerServices;
using Messaging.Codegen;
using Messaging.Codegen.Transports;

namespace Orders;

/// <summary>Reads back what the broker holds. Services rarely need the transport itself; an audit does.</summary>
/// <param name="transport">The broker.</param>
public sealed class OrderHistory(ITransport transport)
{
    /// <summary>The stream that <c>[assembly: Stream]</c> declares.</summary>
    public const string Stream = "ORDERS";

    /// <summary>All events of orders, in order.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<OrderEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in transport.ReadAsync(Stream, "orders.>", 1, cancellationToken))
        {
            if (OrderEvent.Read(message.Sequence, message.Subject, message.Payload) is { } orderEvent)
            {
                yield return orderEvent;
            }
        }
    }

    /// <summary>The orders that have a message in the dead-letter stream, with the reason.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Dictionary<Guid, string>> ReadDeadLettersAsync(CancellationToken cancellationToken)
    {
        var reasons = new Dictionary<Guid, string>();
        await foreach (var copy in transport.ReadAsync($"{Stream}_DLQ", $"dlq.{Stream}.>", 1, cancellationToken))
        {
            var subject = copy.Headers?[HeaderRules.OriginalSubject] ?? "";
            if (OrderEvent.Read(copy.Sequence, subject, copy.Payload) is { } orderEvent)
            {
                reasons[orderEvent.OrderId] = copy.Headers?[HeaderRules.Reason] ?? "";
            }
        }

        return reasons;
    }

    /// <summary>The sequences in <see cref="Stream"/> of the messages that were quarantined. Their bytes may be unreadable, so they name no order.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<HashSet<ulong>> ReadQuarantineAsync(CancellationToken cancellationToken)
    {
        var sequences = new HashSet<ulong>();
        await foreach (var copy in transport.ReadAsync($"{Stream}_QUARANTINE", $"quarantine.{Stream}.>", 1, cancellationToken))
        {
            if (ulong.TryParse(copy.Headers?[HeaderRules.OriginalSequence], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            {
                sequences.Add(sequence);
            }
        }

        return sequences;
    }
}
