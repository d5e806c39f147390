using System.Text;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>Asks the server for messages. Requests of an earlier epoch are void: what the server still says about them is not counted.</summary>
internal sealed class PullRequests(NatsLink link, string subject, string inbox, NatsOptions options, Action<Exception> onFailed)
{
    private readonly long _expires = Nanoseconds.From(options.PullExpires);
    private readonly long _heartbeat = Nanoseconds.From(options.IdleHeartbeat);
    private int _epoch;
    private volatile string _replySubject = $"{inbox}.0";

    /// <summary>Makes all requests void.</summary>
    public void Renew() => _replySubject = $"{inbox}.{Interlocked.Increment(ref _epoch)}";

    /// <summary>True for the subject that the server answers the present requests on.</summary>
    public bool IsCurrent(string replySubject) => replySubject == _replySubject;

    /// <summary>Sends a request. Does not wait and does not throw.</summary>
    /// <param name="batch">How many messages.</param>
    public void Send(int batch)
    {
        ReadOnlyMemory<byte> request = Encoding.ASCII.GetBytes($$"""{"batch":{{batch}},"expires":{{_expires}},"idle_heartbeat":{{_heartbeat}}}""");
        try
        {
            var write = link.Connection.PublishAsync(subject, request, replyTo: _replySubject, serializer: RawPayload.Instance);
            if (!write.IsCompletedSuccessfully)
            {
                _ = ObserveAsync(write);
            }
        }
        catch (Exception e)
        {
            onFailed(e);
        }
    }

    private async Task ObserveAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            onFailed(e);
        }
    }
}
