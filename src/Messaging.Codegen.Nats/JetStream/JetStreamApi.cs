using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.JetStream;

/// <summary>
/// Calls of the JetStream API. The JSON is kept as it came, because what is read here is also written back: settings that this
/// version does not know must survive an update.
/// </summary>
internal sealed class JetStreamApi
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);

    private readonly NatsLink _link;
    private readonly TimeSpan _timeout;
    private readonly ConcurrentDictionary<string, RunningCall> _running = new(StringComparer.Ordinal);

    public JetStreamApi(NatsLink link, NatsOptions options)
    {
        _link = link;
        _timeout = options.ApiTimeout;
        Prefix = options.ApiPrefix ?? (options.Domain is { } domain ? $"$JS.{domain}.API" : "$JS.API");
        link.Forbidden += (subject, isPublish, words) =>
        {
            if (isPublish && _running.TryGetValue(subject, out var call))
            {
                call.Fail(words);
            }
        };
    }

    /// <summary>What all subjects of the API begin with.</summary>
    public string Prefix { get; }

    /// <summary>Calls the API.</summary>
    /// <param name="operation">The subject after the prefix, for example <c>STREAM.INFO.ORDERS</c>.</param>
    /// <param name="body">The request, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="JetStreamException">The server refused.</exception>
    /// <exception cref="TransportException">Nobody answered, or this client may not ask.</exception>
    public async ValueTask<JsonObject> CallAsync(string operation, JsonObject? body, CancellationToken cancellationToken)
    {
        var subject = $"{Prefix}.{operation}";
        var payload = body is null ? default : System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
        var deadline = Environment.TickCount64 + (long)_timeout.TotalMilliseconds;
        while (true)
        {
            try
            {
                return await AskAsync(subject, payload, cancellationToken).ConfigureAwait(false);
            }
            catch (NatsNoRespondersException e) when (Environment.TickCount64 >= deadline)
            {
                throw new TransportException("JetStream does not answer: it is not enabled for this account, or it has no leader.", e);
            }
            catch (Exception e) when (e is NatsNoRespondersException || (e is JetStreamException { IsTransient: true } && Environment.TickCount64 < deadline))
            {
                // A server that starts, or a leader that is being elected. Every call may be made twice.
                await Task.Delay(RetryDelay, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<JsonObject> AskAsync(string subject, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var call = new RunningCall(_timeout, cancellationToken);
        _running[subject] = call;
        try
        {
            var reply = await _link.Connection.RequestAsync(
                subject,
                payload,
                requestSerializer: RawPayload.Instance,
                replySerializer: ReceivedBytes.Instance,
                cancellationToken: call.Ended).ConfigureAwait(false);
            return Read(subject, reply.Data ?? []);
        }
        catch (Exception e) when (e is NatsNoReplyException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var reason = call.Words ?? (_link.IsOpen ? $"no answer within {_timeout.TotalSeconds:0.###} s" : "there is no connection");
            throw new TransportException($"The call '{subject}' failed: {reason}.", e);
        }
        finally
        {
            _running.TryRemove(new(subject, call));
        }
    }

    private static JsonObject Read(string subject, byte[] json)
    {
        if (JsonNode.Parse(json) is not JsonObject answer)
        {
            throw new TransportException($"The call '{subject}' was not answered by JetStream.");
        }

        return answer["error"] is JsonObject error
            ? throw new JetStreamException(
                error.GetInt32("code"), error.GetInt32("err_code"), error.GetString("description") ?? "no reason given")
            : answer;
    }

    /// <summary>A call that ends when the server says on its event channel that it is forbidden: it gives no other answer.</summary>
    private sealed class RunningCall : IDisposable
    {
        private readonly CancellationTokenSource _source;

        public RunningCall(TimeSpan timeout, CancellationToken cancellationToken)
        {
            _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _source.CancelAfter(timeout);
        }

        public CancellationToken Ended => _source.Token;

        /// <summary>The server's words, if it forbade the call.</summary>
        public string? Words { get; private set; }

        public void Fail(string words)
        {
            Words = words;
            try
            {
                _source.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The call has ended otherwise.
            }
        }

        public void Dispose() => _source.Dispose();
    }
}
