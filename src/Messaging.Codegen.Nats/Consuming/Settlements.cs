using System.Collections.Concurrent;
using System.Text;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>
/// Tells the server what became of deliveries, by publishing to their reply subjects. It gives no answer: when one is lost the
/// message comes again. Without a connection they wait for the next one, so that nobody who settles a message waits for the server.
/// </summary>
internal sealed class Settlements(NatsLink link, string consumer, NatsLog log)
{
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(5);
    private static readonly ReadOnlyMemory<byte> NakBytes = "-NAK"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> ProgressBytes = "+WPI"u8.ToArray();

    private readonly ConcurrentQueue<(string Reply, ReadOnlyMemory<byte> Payload)> _backlog = new();

    public ValueTask AckAsync(object token) => SendAsync((string)token, default);

    public ValueTask NakAsync(object token, TimeSpan delay) => SendAsync(
        (string)token,
        delay > TimeSpan.Zero ? Encoding.ASCII.GetBytes($$"""-NAK {"delay":{{Nanoseconds.From(delay)}}}""") : NakBytes);

    public ValueTask TerminateAsync(object token, string reason) =>
        SendAsync((string)token, Encoding.UTF8.GetBytes($"+TERM {HeaderRules.Sanitize(reason)}"));

    // Without a connection it could only arrive when the ack wait is over.
    public ValueTask ProgressAsync(object token) => link.IsOpen ? WriteAsync((string)token, ProgressBytes) : ValueTask.CompletedTask;

    /// <summary>Sends what waited for a connection. Never throws.</summary>
    public async Task FlushAsync()
    {
        while (link.IsOpen && _backlog.TryDequeue(out var settlement))
        {
            try
            {
                await WriteAsync(settlement.Reply, settlement.Payload).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                log.SettlementsLost(consumer, _backlog.Count + 1, e);
                _backlog.Clear();
            }
        }
    }

    /// <summary>Sends what waited, or says how much of it is lost.</summary>
    public async ValueTask EndAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        if (!_backlog.IsEmpty)
        {
            log.SettlementsLost(consumer, _backlog.Count, null);
        }
    }

    private ValueTask SendAsync(string reply, ReadOnlyMemory<byte> payload)
    {
        if (link.IsOpen)
        {
            return WriteAsync(reply, payload);
        }

        _backlog.Enqueue((reply, payload));

        // It may have been opened in between, with the queue empty.
        return link.IsOpen ? new ValueTask(FlushAsync()) : ValueTask.CompletedTask;
    }

    private ValueTask WriteAsync(string reply, ReadOnlyMemory<byte> payload)
    {
        // An empty payload is +ACK, and the shortest.
        var write = payload.IsEmpty
            ? link.Connection.PublishAsync(reply)
            : link.Connection.PublishAsync(reply, payload, serializer: RawPayload.Instance);
        return write.IsCompletedSuccessfully ? write : new ValueTask(write.AsTask().WaitAsync(WriteTimeout));
    }
}
