using System.Text.Json.Nodes;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Topology;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Idempotent;

/// <summary>The key-value bucket that all processes of a service share, written through the transport's publish window.</summary>
internal sealed class ClaimBucket(NatsTransport transport, NatsIdempotencyOptions options)
{
    private const string PerSubject = "max_msgs_per_subject";

    private readonly string _stream = $"KV_{options.Bucket}";
    private readonly string _prefix = $"$KV.{options.Bucket}.";

    /// <summary>Creates, updates or checks the bucket.</summary>
    /// <exception cref="TopologyException">It does not fit, or is missing and may not be created.</exception>
    public async ValueTask PrepareAsync(Provision mode, CancellationToken cancellationToken)
    {
        if (mode == Provision.None)
        {
            return;
        }

        var assets = transport.Session.Assets;
        var declared = Declared();
        var config = (await assets.FindStreamInfoAsync(_stream, cancellationToken).ConfigureAwait(false))?.GetObject("config");
        if (config is null && mode != Provision.Verify)
        {
            config = await CreateAsync(assets, declared, cancellationToken).ConfigureAwait(false);
        }

        if (config is null)
        {
            throw new TopologyException([$"bucket {options.Bucket}: does not exist"]);
        }

        if (config.GetInt64(PerSubject) != 1)
        {
            throw new TopologyException([$"bucket {options.Bucket}: stream {_stream} is no key-value bucket, it keeps {config.GetInt64(PerSubject)} revisions"]);
        }

        var drifted = StreamSettings.Drifted(declared, StreamConfig.Read(config)).Where(setting => setting.Name is nameof(declared.MaxAge) or nameof(declared.Replicas)).ToArray();
        if (drifted.Length > 0 && mode != Provision.CreateOrUpdate)
        {
            throw new TopologyException([.. drifted.Select(setting => setting.Describe($"bucket {options.Bucket}", explain: false))]);
        }

        if (drifted.Length > 0)
        {
            var changed = (JsonObject)config.DeepClone();
            changed["max_age"] = Nanoseconds.From(options.Retention);
            changed["num_replicas"] = options.Replicas;
            await assets.UpdateStreamAsync(changed, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes an entry whose revision is <paramref name="expected"/>, 0 for one that does not exist.</summary>
    /// <returns>The new revision; null when somebody else was faster.</returns>
    /// <exception cref="IdempotencyStoreUnavailableException">It was not written, or that is not known.</exception>
    public async ValueTask<ulong?> TryPutAsync(
        string key, byte[] value, ulong expected, MessageHeaders? headers, CancellationToken cancellationToken)
    {
        var message = new OutgoingBytes(_prefix + key, null, headers, value, new PublishTerms { ExpectedLastSubjectSequence = expected });
        try
        {
            return (await transport.Session.Window.PublishAsync(message, cancellationToken).ConfigureAwait(false)).Sequence;
        }
        catch (PublishExpectationException)
        {
            return null;
        }
        catch (Exception e) when (e is PublishException or TransportException or NatsException or ObjectDisposedException)
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Reads an entry, from the bucket's leader.</summary>
    /// <exception cref="IdempotencyStoreUnavailableException">It could not be read.</exception>
    public async ValueTask<ClaimEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.Session.Reader.GetLastAsync(_stream, _prefix + key, cancellationToken).ConfigureAwait(false) is { } message
                ? ClaimEntry.Read(message)
                : null;
        }
        catch (Exception e) when (e is TransportException or NatsException or ObjectDisposedException)
        {
            throw Unavailable(e);
        }
    }

    private StreamDefinition Declared() => new(_stream, [$"{_prefix}>"])
    {
        MaxAge = options.Retention,
        Replicas = options.Replicas,
        Storage = options.Storage,
    };

    private async ValueTask<JsonObject?> CreateAsync(JetStreamAssets assets, StreamDefinition declared, CancellationToken cancellationToken)
    {
        var config = StreamConfig.Create(StreamSettings.Effective(declared));

        // What makes a stream a bucket to all other tools too.
        config[PerSubject] = 1;
        config["discard"] = "new";
        config["allow_rollup_hdrs"] = true;
        config["deny_delete"] = true;
        try
        {
            return (await assets.CreateStreamAsync(config, cancellationToken).ConfigureAwait(false)).GetObject("config");
        }
        catch (JetStreamException e) when (e.ErrorCode == JetStreamException.StreamNameInUse)
        {
            return (await assets.FindStreamInfoAsync(_stream, cancellationToken).ConfigureAwait(false))?.GetObject("config");
        }
        catch (JetStreamException e)
        {
            throw new TopologyException([$"bucket {options.Bucket}: {e.Message}"]);
        }
    }

    private IdempotencyStoreUnavailableException Unavailable(Exception e) => new($"The bucket '{options.Bucket}' cannot be reached: {e.Message}", e);
}
