using Messaging.Codegen.Consuming;
using Messaging.Codegen.Subjects;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>
/// A broker inside of this process that keeps the rules of a JetStream server: streams, durable consumers, acknowledgements, requests.
/// Several transports may share one, as several processes share a server; it outlives them, and holds everything in memory.
/// </summary>
public sealed class InMemoryBroker : IDisposable
{
    private readonly SortedDictionary<string, InMemoryStream> _streams = new(StringComparer.Ordinal);
    private SubjectTrie<InMemoryStream> _streamsBySubject = new();

    /// <summary>Makes a broker that holds nothing.</summary>
    /// <param name="options">The settings; null means the defaults.</param>
    public InMemoryBroker(InMemoryOptions? options = null)
    {
        Options = options ?? new InMemoryOptions();
        Clock = new BrokerClock(Options.TimeProvider, Advance);
        Responders = new ResponderTable(Gate);
    }

    /// <summary>The settings.</summary>
    public InMemoryOptions Options { get; }

    /// <summary>Guards streams, consumers and sessions. No sink, handler or other foreign code runs under it.</summary>
    internal Lock Gate { get; } = new();

    internal BrokerClock Clock { get; }

    /// <summary>What all services on this broker have completed.</summary>
    internal MemoryStore CompletedKeys { get; } = new(Idempotency.KeyValue);

    internal ResponderTable Responders { get; }

    /// <summary>The streams in the order of their names; only under <see cref="Gate"/>.</summary>
    internal IEnumerable<InMemoryStream> Streams => _streams.Values;

    /// <summary>Stops the broker's timer. The transports that use it are to be disposed of first.</summary>
    public void Dispose() => Clock.Dispose();

    /// <summary>
    /// What the consumers have to do that processes of this broker run. When it is not busy, nothing happens until somebody publishes or time
    /// passes; a process may still be about to finish what it has acknowledged.
    /// </summary>
    public BrokerActivity GetActivity()
    {
        lock (Gate)
        {
            var consumers = _streams.Values.SelectMany(stream => stream.Consumers).Where(consumer => consumer.IsRunning);
            var next = consumers.Select(static consumer => consumer.NextRedelivery)
                .Concat(_streams.Values.Select(static stream => stream.NextDelivery))
                .Min();
            return new BrokerActivity(consumers.Any(consumer => consumer.IsBusy), next - Clock.Now);
        }
    }

    internal PublishReceipt Publish(EncodedMessage message)
    {
        lock (Gate)
        {
            return _streamsBySubject.TryMatch(message.Subject, out var stream)
                ? message.Terms?.DueAt is null ? stream.Append(message) : stream.Schedule(message)
                : throw new PublishException(PublishFailure.NoStream, message.Subject, "no stream stores the subject");
        }
    }

    /// <summary>Stores several messages as a whole.</summary>
    /// <returns>Null when they are not of one stream, or it does not allow that.</returns>
    internal IReadOnlyList<PublishReceipt>? PublishAll(IReadOnlyList<EncodedMessage> messages)
    {
        lock (Gate)
        {
            return _streamsBySubject.TryMatch(messages[0].Subject, out var stream) && stream.Definition.AllowAtomicBatches
                && messages.All(message => _streamsBySubject.TryMatch(message.Subject, out var other) && other == stream)
                    ? stream.AppendAll(messages)
                    : null;
        }
    }

    /// <summary>The stream of a name, or null; only under <see cref="Gate"/>.</summary>
    internal InMemoryStream? FindStream(string name) => _streams.GetValueOrDefault(name);

    /// <summary>The stream of a name; only under <see cref="Gate"/>.</summary>
    /// <exception cref="TransportException">There is none.</exception>
    internal InMemoryStream GetStream(string name) =>
        FindStream(name) ?? throw new TransportException($"stream '{name}' not found");

    /// <summary>Creates or changes a stream; only under <see cref="Gate"/>. That it fits the others has been checked.</summary>
    internal void SetStream(StreamDefinition definition)
    {
        if (FindStream(definition.Name) is { } existing)
        {
            existing.Update(definition);
        }
        else
        {
            _streams.Add(definition.Name, new InMemoryStream(definition, Clock));
        }

        _streamsBySubject = new SubjectTrie<InMemoryStream>();
        foreach (var stream in _streams.Values)
        {
            foreach (var subject in stream.Definition.Subjects)
            {
                _streamsBySubject.Add(SubjectPattern.Parse(subject), stream);
            }
        }
    }

    private void Advance()
    {
        lock (Gate)
        {
            Clock.Fired();
            foreach (var stream in _streams.Values)
            {
                stream.Advance();
                Clock.Arm(stream.NextDeadline);
            }
        }
    }
}
