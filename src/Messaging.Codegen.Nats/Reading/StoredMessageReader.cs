using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Reads stored messages without a consumer: it works on every kind of stream and leaves nothing behind.</summary>
internal sealed class StoredMessageReader(NatsLink link, JetStreamApi api, JetStreamAssets assets, NatsOptions options)
{
    // A piece fits into memory many times, and takes no longer than a call of the API may.
    private const int BatchMessages = 256;
    private const int BatchBytes = 1024 * 1024;

    /// <summary>The exception for a stream that is not there.</summary>
    public static TransportException Missing(string stream) => new($"stream '{stream}' does not exist");

    /// <summary>Reads one message, from the stream's leader.</summary>
    /// <returns>Null when the stream does not hold it.</returns>
    public ValueTask<StoredMessage?> GetAsync(string stream, ulong sequence, CancellationToken cancellationToken) =>
        GetAsync(stream, new JsonObject { ["seq"] = sequence }, cancellationToken);

    /// <summary>Reads the last message on a subject, from the stream's leader.</summary>
    /// <returns>Null when the stream holds none.</returns>
    public ValueTask<StoredMessage?> GetLastAsync(string stream, string subject, CancellationToken cancellationToken) =>
        GetAsync(stream, new JsonObject { ["last_by_subj"] = subject }, cancellationToken);

    /// <summary>Reads the messages of a filter up to the end that the stream has now.</summary>
    public async IAsyncEnumerable<StoredMessage> ReadAsync(
        string stream, string filter, ulong fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var info = await assets.FindStreamInfoAsync(stream, cancellationToken).ConfigureAwait(false) ?? throw Missing(stream);
        var last = info.GetObject("state").GetUInt64("last_seq");
        var isDirect = info.GetObject("config").GetBoolean("allow_direct");
        var next = Math.Max(1, fromSequence);
        while (next <= last)
        {
            var piece = isDirect ? await GetBatchAsync(stream, filter, next, cancellationToken).ConfigureAwait(false) : null;
            isDirect &= piece is not null;
            if (piece is not { Count: > 0 })
            {
                // The end, or a replica that is behind: the leader knows.
                var request = new JsonObject { ["seq"] = next, ["next_by_subj"] = filter };
                if (await GetAsync(stream, request, cancellationToken).ConfigureAwait(false) is not { } found)
                {
                    yield break;
                }

                piece = [found];
            }

            foreach (var message in piece)
            {
                if (message.Sequence > last)
                {
                    yield break;
                }

                next = message.Sequence + 1;
                yield return message;
            }
        }
    }

    private async ValueTask<IReadOnlyList<StoredMessage>?> GetBatchAsync(string stream, string filter, ulong from, CancellationToken cancellationToken)
    {
        var inbox = link.NewInbox();
        var answers = new BatchSubscription(link, inbox, stream);
        await link.SubscribeAsync(answers, cancellationToken).ConfigureAwait(false);
        try
        {
            var request = new JsonObject { ["seq"] = from, ["next_by_subj"] = filter, ["batch"] = BatchMessages, ["max_bytes"] = BatchBytes };
            ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(request.ToJsonString());
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(options.ApiTimeout);
            await link.Connection.PublishAsync(
                $"{api.Prefix}.DIRECT.GET.{stream}", bytes, replyTo: inbox, serializer: RawPayload.Instance, cancellationToken: timeout.Token).ConfigureAwait(false);
            return await answers.Messages.WaitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or NatsException && !cancellationToken.IsCancellationRequested)
        {
            // Forbidden, or the connection was lost amid the answers: one at a time is always possible.
            return null;
        }
        finally
        {
            await link.EndAsync(answers).ConfigureAwait(false);
        }
    }

    private async ValueTask<StoredMessage?> GetAsync(string stream, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.CallAsync($"STREAM.MSG.GET.{stream}", request, cancellationToken).ConfigureAwait(false);
            return StoredMessageJson.Read(stream, answer.GetObject("message"));
        }
        catch (JetStreamException e) when (e.ErrorCode == JetStreamException.NoMessageFound)
        {
            return null;
        }
        catch (JetStreamException e)
        {
            throw e.ErrorCode == JetStreamException.StreamNotFound ? Missing(stream) : new TransportException($"stream '{stream}' cannot be read: {e.Message}", e);
        }
    }
}
