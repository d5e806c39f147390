using System.Globalization;
using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.JetStream;

/// <summary>Streams and consumers through the API.</summary>
internal sealed class JetStreamAssets(JetStreamApi api)
{
    /// <summary>The stream's answer to <c>INFO</c>, or null when there is none of the name.</summary>
    public ValueTask<JsonObject?> FindStreamInfoAsync(string stream, CancellationToken cancellationToken) =>
        AskAsync($"STREAM.INFO.{stream}", null, [JetStreamException.StreamNotFound], cancellationToken);

    /// <summary>The consumer's answer to <c>INFO</c>, or null when there is none of the name, or no such stream.</summary>
    public ValueTask<JsonObject?> FindConsumerInfoAsync(string stream, string consumer, CancellationToken cancellationToken) =>
        AskAsync(
            $"CONSUMER.INFO.{stream}.{consumer}", null, [JetStreamException.ConsumerNotFound, JetStreamException.StreamNotFound], cancellationToken);

    /// <summary>The names of the streams that store subjects of a filter.</summary>
    public async ValueTask<IReadOnlyList<string>> FindStreamNamesAsync(string filter, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("STREAM.NAMES", new JsonObject { ["subject"] = filter }, [], cancellationToken).ConfigureAwait(false);
        return answer!.GetStrings("streams");
    }

    public ValueTask<JsonObject> CreateStreamAsync(JsonObject config, CancellationToken cancellationToken) =>
        api.CallAsync($"STREAM.CREATE.{config.GetString("name")}", config, cancellationToken);

    public ValueTask<JsonObject> UpdateStreamAsync(JsonObject config, CancellationToken cancellationToken) =>
        api.CallAsync($"STREAM.UPDATE.{config.GetString("name")}", config, cancellationToken);

    /// <summary>Makes a consumer.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="startSequence">Where it begins; null means as the definition says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask CreateConsumerAsync(ConsumerDefinition definition, ulong? startSequence, CancellationToken cancellationToken) =>
        SetConsumerAsync(definition, ConsumerConfig.Create(definition, startSequence), "create", cancellationToken);

    /// <summary>Changes a consumer to what the definition needs.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="config">The server's settings.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask UpdateConsumerAsync(ConsumerDefinition definition, JsonObject config, CancellationToken cancellationToken) =>
        SetConsumerAsync(definition, ConsumerConfig.Update(config, definition), "update", cancellationToken);

    /// <summary>Has the server deliver nothing more of a consumer until a time; null has it go on.</summary>
    /// <exception cref="TransportException">There is no such consumer, or the server is older than 2.11.</exception>
    public async ValueTask PauseConsumerAsync(string stream, string consumer, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        // Without a time the server goes on.
        var body = until is { } time ? new JsonObject { ["pause_until"] = time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) } : [];
        try
        {
            await api.CallAsync($"CONSUMER.PAUSE.{stream}.{consumer}", body, cancellationToken).ConfigureAwait(false);
        }
        catch (JetStreamException e)
        {
            throw new TransportException($"The consumer '{stream}/{consumer}' could not be paused or resumed: {e.Message}", e);
        }
    }

    private async ValueTask SetConsumerAsync(ConsumerDefinition definition, JsonObject config, string action, CancellationToken cancellationToken)
    {
        // The filter is in the subject so that permissions can be given by it.
        var filter = config.GetString("filter_subject") is { Length: > 0 } single ? "." + single : "";
        var operation = $"CONSUMER.CREATE.{definition.Stream}.{definition.Name}{filter}";
        var request = new JsonObject { ["stream_name"] = definition.Stream, ["config"] = config, ["action"] = action };
        try
        {
            await api.CallAsync(operation, request, cancellationToken).ConfigureAwait(false);
        }
        catch (JetStreamException e) when (e.ErrorCode == JetStreamException.MaxAckPendingExceeded && ConsumerConfig.TryLower(config, definition, e.Description))
        {
            await api.CallAsync(operation, request, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<JsonObject?> AskAsync(string operation, JsonObject? body, int[] missing, CancellationToken cancellationToken)
    {
        try
        {
            return await api.CallAsync(operation, body, cancellationToken).ConfigureAwait(false);
        }
        catch (JetStreamException e) when (Array.IndexOf(missing, e.ErrorCode) >= 0)
        {
            return null;
        }
        catch (JetStreamException e)
        {
            throw new TransportException($"The call '{operation}' was refused: {e.Message}", e);
        }
    }
}
