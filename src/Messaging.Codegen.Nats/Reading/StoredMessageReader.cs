using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Reads stored messages from the stream's leader, without a consumer: it works on every kind of stream and leaves nothing behind.</summary>
internal sealed class StoredMessageReader(JetStreamApi api, JetStreamAssets assets)
{
    /// <summary>Reads one message.</summary>
    /// <returns>Null when the stream does not hold it.</returns>
    public ValueTask<StoredMessage?> GetAsync(string stream, ulong sequence, CancellationToken cancellationToken) =>
        GetAsync(stream, new JsonObject { ["seq"] = sequence }, cancellationToken);

    /// <summary>Reads the messages of a filter up to the end that the stream has now.</summary>
    public async IAsyncEnumerable<StoredMessage> ReadAsync(
        string stream, string filter, ulong fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var info = await assets.FindStreamInfoAsync(stream, cancellationToken).ConfigureAwait(false) ?? throw Missing(stream);
        var last = info.GetObject("state").GetUInt64("last_seq");
        for (var next = Math.Max(1, fromSequence); next <= last; next++)
        {
            var request = new JsonObject { ["seq"] = next, ["next_by_subj"] = filter };
            if (await GetAsync(stream, request, cancellationToken).ConfigureAwait(false) is not { } message || message.Sequence > last)
            {
                yield break;
            }

            yield return message;
            next = message.Sequence;
        }
    }

    /// <summary>The exception for a stream that is not there.</summary>
    public static TransportException Missing(string stream) => new($"stream '{stream}' does not exist");

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
