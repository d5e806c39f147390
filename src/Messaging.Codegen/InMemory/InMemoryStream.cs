using Messaging.Codegen.Subjects;
using Messaging.Codegen.Topology;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>One stream: its messages, the ids that it drops copies by, its consumers, its limits. Guarded by the broker's lock.</summary>
/// <param name="definition">The definition, as <c>TopologyPlan</c> gives it.</param>
/// <param name="clock">The broker's time.</param>
internal sealed class InMemoryStream(StreamDefinition definition, BrokerClock clock)
{
    private readonly DuplicateWindow _duplicates = new();
    private readonly Dictionary<string, DurableConsumer> _consumers = new(StringComparer.Ordinal);
    private readonly List<DurableConsumer> _matching = [];
    private readonly ExpiryQueue _expiries = new();
    private SubjectTrie<DurableConsumer> _consumersBySubject = new();

    public StreamDefinition Definition { get; private set; } = definition;

    public StreamLog Log { get; } = new();

    /// <summary>The id of the message that was stored last; empty when it had none, or there was none yet.</summary>
    public string LastMessageId { get; private set; } = "";

    public IReadOnlyCollection<DurableConsumer> Consumers => _consumers.Values;

    /// <summary>When something happens by itself next, consumers included; null when nothing waits.</summary>
    public TimeSpan? NextDeadline
    {
        get
        {
            var next = Definition.MaxAge is { } maxAge && Log.FirstThatAges is { } first ? first.StoredAt + maxAge : (TimeSpan?)null;
            next = next is null || _expiries.Next < next ? _expiries.Next : next;
            foreach (var consumer in _consumers.Values)
            {
                next = next is null || consumer.NextDeadline < next ? consumer.NextDeadline : next;
            }

            return next;
        }
    }

    /// <summary>Stores a message and offers it to the consumers.</summary>
    /// <exception cref="PublishException">A limit refuses it, or the stream is not as expected or does not allow what is asked.</exception>
    public PublishReceipt Append(EncodedMessage message)
    {
        Expectations.CheckStream(this, message);
        StreamLimits.ThrowIfNotAllowed(this, message);

        // Before the expectations, which the first copy of this very message may have disappointed.
        if (FindCopy(message) is { } first)
        {
            return new PublishReceipt(Definition.Name, first, Duplicate: true);
        }

        Expectations.CheckState(this, message);
        StreamLimits.ThrowIfRefused(this, [message]);
        LastMessageId = message.MessageId ?? "";
        FindMatching(message.Subject);
        var sequence = Log.LastSequence + 1;
        if (message.MessageId is not null)
        {
            _duplicates.Add(message.MessageId, sequence, clock.Now);
        }

        var isWanted = Definition.Retention != StreamRetention.Interest || _matching.Count > 0;
        if (isWanted && StreamLimits.TryMakeRoom(this, message))
        {
            Store(new StreamEntry(sequence, message, clock.UtcNow, clock.Now));
        }
        else
        {
            Log.Skip();
        }

        return new PublishReceipt(Definition.Name, sequence, Duplicate: false);
    }

    /// <summary>Stores what is new of several messages, all or none.</summary>
    /// <exception cref="PublishException">A limit refuses them, or the stream is not as the first one expects or does not allow what is asked.</exception>
    public IReadOnlyList<PublishReceipt> AppendAll(IReadOnlyList<EncodedMessage> messages)
    {
        foreach (var message in messages)
        {
            Expectations.CheckStream(this, message);
            StreamLimits.ThrowIfNotAllowed(this, message);
        }

        var fresh = messages.Where(message => FindCopy(message) is null).ToArray();
        if (fresh.Contains(messages[0]))
        {
            Expectations.CheckState(this, messages[0]);
        }

        StreamLimits.ThrowIfRefused(this, fresh);
        return [.. messages.Select(Append)];
    }

    /// <summary>Keeps a message until its time has come, in place of an earlier one of the same id.</summary>
    public PublishReceipt Schedule(EncodedMessage message)
    {
        Expectations.CheckStream(this, message);
        StreamLimits.ThrowIfNotAllowed(this, message);
        if (FindCopy(message) is { } first)
        {
            return new PublishReceipt(Definition.Name, first, Duplicate: true);
        }

        var id = message.MessageId!;
        var subject = ScheduleSubject.For(Definition.Name, id);
        if (Log.FindLast(SubjectPattern.Parse(subject)) is { } replaced)
        {
            Remove(replaced);
        }

        LastMessageId = id;
        _duplicates.Add(id, Log.LastSequence + 1, clock.Now);
        FindMatching(subject);
        var entry = new StreamEntry(Log.LastSequence + 1, message with { Subject = subject, Terms = null }, clock.UtcNow, clock.Now)
        {
            Successor = message with
            {
                MessageId = null,
                Headers = HeaderBlock.Delivered(message.Headers, id),
                Terms = message.Terms!.TimeToLive is null ? null : new PublishTerms { TimeToLive = message.Terms.TimeToLive },
            },
        };
        Store(entry);
        var wait = message.Terms.DueAt!.Value - clock.UtcNow;
        if (wait <= TimeSpan.Zero)
        {
            Remove(entry);
            Append(entry.Successor);
        }
        else
        {
            Expire(entry, wait);
        }

        return new PublishReceipt(Definition.Name, entry.Sequence, Duplicate: false);
    }

    public DurableConsumer? FindConsumer(string name) => _consumers.GetValueOrDefault(name);

    public DurableConsumer AddConsumer(ConsumerDefinition consumer)
    {
        var durable = new DurableConsumer(this, consumer, clock);
        _consumers.Add(consumer.Name, durable);
        OnConsumersChanged();
        return durable;
    }

    public void UpdateConsumer(DurableConsumer consumer, ConsumerDefinition definition)
    {
        consumer.Update(definition);
        OnConsumersChanged();
    }

    /// <summary>Changes subjects, limits or retention.</summary>
    public void Update(StreamDefinition definition)
    {
        Definition = definition;
        StreamLimits.Enforce(this, clock.Now);
        OnConsumersChanged();
        clock.Arm(NextDeadline);
    }

    /// <summary>When the next scheduled message is delivered, or null.</summary>
    public TimeSpan? NextDelivery => _expiries.NextDelivery;

    /// <summary>Lets what is too old go, and the consumers repeat what is due.</summary>
    public void Advance()
    {
        StreamLimits.Enforce(this, clock.Now);
        while (_expiries.Take(clock.Now) is { } expired)
        {
            Remove(expired);
            if (expired.Successor is { } due)
            {
                Append(due);
            }
        }

        foreach (var consumer in _consumers.Values)
        {
            consumer.Advance();
        }
    }

    /// <summary>A consumer acknowledged or terminated a message.</summary>
    public void OnSettled(StreamEntry entry)
    {
        var isDone = Definition.Retention switch
        {
            StreamRetention.WorkQueue => true,
            StreamRetention.Interest => --entry.Interest <= 0,
            _ => false,
        };
        if (isDone && !entry.IsRemoved)
        {
            Remove(entry);
        }
    }

    /// <summary>Removes a message that the stream holds.</summary>
    public void Remove(StreamEntry entry)
    {
        Log.Remove(entry);
        foreach (var consumer in _consumers.Values)
        {
            consumer.OnRemoved(entry);
        }
    }

    public StreamState GetState() =>
        new((ulong)Log.Count, Log.First?.Sequence ?? (Log.LastSequence == 0 ? 0 : Log.LastSequence + 1), Log.LastSequence);

    private void Store(StreamEntry entry)
    {
        entry.Interest = _matching.Count;
        Log.Append(entry);
        foreach (var consumer in _matching)
        {
            consumer.Offer(entry);
        }

        if (Definition.MaxAge is { } maxAge)
        {
            clock.Arm(clock.Now + maxAge);
        }

        if (entry.Message.Terms?.TimeToLive is { } timeToLive)
        {
            Expire(entry, timeToLive);
        }
    }

    private void Expire(StreamEntry entry, TimeSpan wait)
    {
        _expiries.Add(entry, clock.Now + wait);
        clock.Arm(clock.Now + wait);
    }

    /// <summary>The sequence of the first copy of a message, or null.</summary>
    private ulong? FindCopy(EncodedMessage message) =>
        message.MessageId is { } id && _duplicates.TryFind(id, clock.Now - Definition.DuplicateWindow, out var first) ? first : null;

    /// <summary>Finds the consumers of a subject, each once though several of its filters may match.</summary>
    private void FindMatching(string subject)
    {
        _matching.Clear();
        _consumersBySubject.Match(subject, _matching);
        for (var i = _matching.Count - 1; i > 0; i--)
        {
            if (_matching.IndexOf(_matching[i], 0, i) >= 0)
            {
                _matching.RemoveAt(i);
            }
        }
    }

    private void OnConsumersChanged()
    {
        _consumersBySubject = new SubjectTrie<DurableConsumer>();
        foreach (var consumer in _consumers.Values)
        {
            foreach (var filter in consumer.Filters)
            {
                _consumersBySubject.Add(filter, consumer);
            }
        }

        if (Definition.Retention == StreamRetention.Interest)
        {
            RecountInterest();
        }
    }

    private void RecountInterest()
    {
        foreach (var entry in Log.From(0).ToArray())
        {
            entry.Interest = _consumers.Values.Count(consumer => consumer.IsInterestedIn(entry));
            if (entry.Interest == 0)
            {
                Remove(entry);
            }
        }
    }
}
