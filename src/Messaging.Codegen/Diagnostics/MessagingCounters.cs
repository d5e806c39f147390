using System.Collections.Concurrent;

namespace Messaging.Codegen;

/// <summary>What this process has published and what became of its deliveries. A singleton; resolve it from dependency injection.</summary>
public sealed class MessagingCounters
{
    private readonly ConcurrentDictionary<(string Stream, string Consumer), ConsumerCounters> _consumers = new();
    private long _published;
    private long _publishDuplicates;

    /// <summary>Makes the counters of a service, all zero.</summary>
    public MessagingCounters() => MessagingTelemetry.Track(this);

    /// <summary>Messages that a stream acknowledged, copies among them.</summary>
    public long Published => Volatile.Read(ref _published);

    /// <summary>Those of <see cref="Published"/> that the stream held already.</summary>
    public long PublishDuplicates => Volatile.Read(ref _publishDuplicates);

    /// <summary>The consumers of this process, in no particular order.</summary>
    public IReadOnlyCollection<ConsumerCounters> Consumers => [.. _consumers.Values];

    internal void CountPublished(bool duplicate)
    {
        Interlocked.Increment(ref _published);
        if (duplicate)
        {
            Interlocked.Increment(ref _publishDuplicates);
        }
    }

    internal ConsumerCounters ForConsumer(ConsumerDefinition definition) =>
        _consumers.GetOrAdd((definition.Stream, definition.Name), static key => new ConsumerCounters(key.Stream, key.Consumer));
}
