using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>
/// Finds a durable, or makes it again when it is gone. A new one goes on behind what is known to be done, unless the stream is not
/// the one that it was: then as the definition says.
/// </summary>
internal sealed class ConsumerRecovery(JetStreamAssets assets, ConsumerDefinition definition, NatsLog log)
{
    private string? _streamCreated;
    private ulong _ackFloor;

    /// <summary>Makes sure that the durable exists.</summary>
    /// <exception cref="TransportException">It does not, and cannot be made.</exception>
    public async ValueTask EnsureAsync(CancellationToken cancellationToken)
    {
        if (await RefreshAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            await CreateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JetStreamException e) when (e.ErrorCode is JetStreamException.ConsumerAlreadyExists or JetStreamException.ConsumerNameExists)
        {
            // Another process was faster.
        }
        catch (JetStreamException e)
        {
            throw new TransportException($"consumer '{definition}' cannot be made: {e.Message}", e);
        }

        _streamCreated = null;
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Remembers how far the durable is.</summary>
    /// <returns>False when it does not exist.</returns>
    public async ValueTask<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        if (await assets.FindConsumerInfoAsync(definition.Stream, definition.Name, cancellationToken).ConfigureAwait(false) is not { } info)
        {
            return false;
        }

        if (info.GetObject("config").GetString("deliver_subject") is not null)
        {
            throw new TransportException($"consumer '{definition}' pushes its messages: delete it, or give the handlers another consumer name.");
        }

        if (_streamCreated is null)
        {
            var stream = await assets.FindStreamInfoAsync(definition.Stream, cancellationToken).ConfigureAwait(false);
            _streamCreated = stream?.GetString("created");
        }

        _ackFloor = info.GetObject("ack_floor").GetUInt64("stream_seq");
        return true;
    }

    private async ValueTask CreateAsync(CancellationToken cancellationToken)
    {
        var stream = await assets.FindStreamInfoAsync(definition.Stream, cancellationToken).ConfigureAwait(false)
            ?? throw new TransportException($"consumer '{definition}' cannot be made: stream '{definition.Stream}' does not exist");
        var start = _streamCreated is null ? null : StartSequence(stream);
        await assets.CreateConsumerAsync(definition, start, cancellationToken).ConfigureAwait(false);
        if (_streamCreated is not null)
        {
            log.ConsumerRecreated(definition.ToString(), start ?? 1);
        }
    }

    private ulong? StartSequence(JsonObject stream)
    {
        // A work queue holds nothing that is done, and its consumers begin nowhere else.
        if (StreamConfig.Read(stream.GetObject("config")).Retention == StreamRetention.WorkQueue)
        {
            return null;
        }

        // In a stream that was made anew, everything has come since this consumer first began.
        return stream.GetString("created") == _streamCreated ? _ackFloor + 1 : 1;
    }
}
