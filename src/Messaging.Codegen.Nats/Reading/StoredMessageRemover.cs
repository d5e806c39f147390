using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Removes stored messages.</summary>
internal sealed class StoredMessageRemover(JetStreamApi api, StoredMessageReader reader)
{
    /// <summary>Removes one message, as an acknowledgement would on a work queue: its bytes are not overwritten.</summary>
    /// <returns>False when the stream does not hold it.</returns>
    public async ValueTask<bool> DeleteAsync(string stream, ulong sequence, CancellationToken cancellationToken)
    {
        try
        {
            await api.CallAsync(
                $"STREAM.MSG.DELETE.{stream}", new JsonObject { ["seq"] = sequence, ["no_erase"] = true }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (JetStreamException e) when (e.ErrorCode is JetStreamException.SequenceNotFound or JetStreamException.NoMessageFound || IsGone(e))
        {
            return false;
        }
        catch (JetStreamException e) when (e.ErrorCode == JetStreamException.MessageDeleteFailed)
        {
            // One number for what lies behind the end of the stream, and for what cannot be removed.
            return await reader.GetAsync(stream, sequence, cancellationToken).ConfigureAwait(false) is null ? false : throw Refused(stream, e);
        }
        catch (JetStreamException e)
        {
            throw Refused(stream, e);
        }
    }

    /// <summary>Removes the messages of a filter.</summary>
    /// <returns>How many there were.</returns>
    public async ValueTask<ulong> PurgeAsync(string stream, string filter, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.CallAsync($"STREAM.PURGE.{stream}", new JsonObject { ["filter"] = filter }, cancellationToken).ConfigureAwait(false);
            return answer.GetUInt64("purged");
        }
        catch (JetStreamException e)
        {
            throw Refused(stream, e);
        }
    }

    /// <summary>How a server says it of a message that was purged.</summary>
    private static bool IsGone(JetStreamException refusal) =>
        refusal.ErrorCode == JetStreamException.DeleteFailed && refusal.Description.Contains("no message found", StringComparison.Ordinal);

    private static TransportException Refused(string stream, JetStreamException e) => e.ErrorCode == JetStreamException.StreamNotFound
        ? StoredMessageReader.Missing(stream)
        : new TransportException($"messages of stream '{stream}' cannot be removed: {e.Message}", e);
}
