using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>
/// A durable consumer: what it has still to deliver, what it has delivered and is not settled, and the processes that share it.
/// Guarded by the broker's lock.
/// </summary>
internal sealed class DurableConsumer
{
    private readonly InMemoryStream _stream;
    private readonly BrokerClock _clock;
    private readonly UndeliveredQueue _undelivered = new();
    private readonly Dictionary<ulong, PendingDelivery> _pending = [];
    private readonly Redeliveries _redeliveries = new();
    private readonly InFlightList _inFlight = new();
    private readonly SessionRing _sessions = new();
    private ulong _lastDelivered;
    private TimeSpan? _pausedUntil;

    public DurableConsumer(InMemoryStream stream, ConsumerDefinition definition, BrokerClock clock)
    {
        _stream = stream;
        _clock = clock;
        Definition = definition;
        Filters = Parse(definition);
        _lastDelivered = definition.DeliverFrom == DeliverFrom.New ? stream.Log.LastSequence : 0;
        Refill();
    }

    public ConsumerDefinition Definition { get; private set; }

    public SubjectPattern[] Filters { get; private set; }

    /// <summary>When something happens by itself next: an ack wait or a delay ends; null when nothing waits.</summary>
    public TimeSpan? NextDeadline
    {
        get
        {
            var silent = _inFlight.First is { } first ? first.Since + Definition.AckWait : (TimeSpan?)null;
            return Earlier(_pausedUntil, Earlier(silent, _redeliveries.NextDelayed));
        }
    }

    /// <summary>True while a process takes its messages.</summary>
    public bool IsRunning => !_sessions.IsEmpty;

    /// <summary>True when a message is to be delivered at once, or is delivered and not settled.</summary>
    public bool IsBusy => _undelivered.Count > 0 || _inFlight.First is not null || _redeliveries.HasDue;

    /// <summary>When the first message comes again that waits for a delay, or null.</summary>
    public TimeSpan? NextRedelivery => _redeliveries.NextDelayed;

    /// <summary>The sequence from which on nothing was delivered.</summary>
    private ulong Cursor => _undelivered.Peek()?.Sequence ?? _stream.Log.LastSequence + 1;

    public static SubjectPattern[] Parse(ConsumerDefinition definition) =>
        [.. (definition.Filters.Count == 0 ? [SubjectPattern.AnyTail] : definition.Filters).Select(SubjectPattern.Parse)];

    /// <summary>True when the message is still to be delivered to this consumer, or delivered and not settled.</summary>
    public bool IsInterestedIn(StreamEntry entry) =>
        _pending.ContainsKey(entry.Sequence) || (entry.Sequence >= Cursor && Accepts(entry.Message.Subject));

    /// <summary>A message that passes the filters was stored.</summary>
    public void Offer(StreamEntry entry)
    {
        _undelivered.Add(entry);
        Pump();
    }

    /// <summary>The stream dropped a message.</summary>
    public void OnRemoved(StreamEntry entry)
    {
        if (_pending.TryGetValue(entry.Sequence, out var delivery))
        {
            Forget(delivery);
        }
        else if (entry.Sequence > _lastDelivered && Accepts(entry.Message.Subject))
        {
            _undelivered.OnRemoved();
        }
    }

    /// <summary>Changes filters and ack wait. What was delivered stays delivered; what waits is sifted by the new filters.</summary>
    public void Update(ConsumerDefinition definition)
    {
        var cursor = Cursor;
        Definition = definition;
        Filters = Parse(definition);
        _lastDelivered = cursor - 1;
        Refill();
        Advance();
    }

    public void Attach(ConsumerSession session)
    {
        _sessions.Add(session);
        Pump();
    }

    public void Detach(ConsumerSession session) => _sessions.Remove(session);

    /// <summary>Acknowledges or terminates: the message is not delivered again.</summary>
    public void Settle(PendingDelivery delivery)
    {
        if (delivery.State != PendingState.Settled)
        {
            Forget(delivery);
            _stream.OnSettled(delivery.Entry);
        }
    }

    public void Nak(PendingDelivery delivery, TimeSpan delay)
    {
        if (delivery.State == PendingState.Settled)
        {
            return;
        }

        Unlink(delivery);
        if (delay > TimeSpan.Zero)
        {
            _redeliveries.AddDelayed(delivery, _clock.Now + delay);
            _clock.Arm(NextDeadline);
        }
        else
        {
            _redeliveries.AddDue(delivery);
            Pump();
        }
    }

    public void Progress(PendingDelivery delivery)
    {
        if (delivery.State == PendingState.InFlight)
        {
            _inFlight.Remove(delivery);
            delivery.Since = _clock.Now;
            _inFlight.Add(delivery);
        }
    }

    /// <summary>A delivery that was assigned to a process and never reached it: as if it had not been made.</summary>
    public void TakeBack(PendingDelivery delivery, int count)
    {
        if (delivery.State == PendingState.InFlight && delivery.Count == count)
        {
            Unlink(delivery);
            delivery.Count--;
            _redeliveries.AddDue(delivery);
            Pump();
        }
    }

    /// <summary>Redelivers what has been silent for the ack wait and what has been delayed long enough.</summary>
    public void Advance()
    {
        var now = _clock.Now;
        var expired = new List<PendingDelivery>();
        while (_inFlight.First is { } first && first.Since + Definition.AckWait <= now)
        {
            Unlink(first);
            expired.Add(first);
        }

        if (_pausedUntil <= now)
        {
            _pausedUntil = null;
        }

        _redeliveries.Advance(now, expired);
        Pump();
    }

    /// <summary>Delivers nothing until a time, or goes on.</summary>
    public void Pause(DateTimeOffset? until)
    {
        _pausedUntil = until is { } time && time > _clock.UtcNow ? _clock.Now + (time - _clock.UtcNow) : null;
        Pump();
    }

    /// <summary>Gives what there is to the processes that have room.</summary>
    public void Pump()
    {
        while (_pausedUntil is null && _sessions.Next is { } session && TakeNext() is { } delivery)
        {
            delivery.Count++;
            delivery.State = PendingState.InFlight;
            delivery.Since = _clock.Now;
            _inFlight.Add(delivery);
            _sessions.Assign(session, delivery);
        }

        _clock.Arm(NextDeadline);
    }

    public ConsumerState GetState()
    {
        var unsettled = _pending.Values.Select(delivery => delivery.Entry.Sequence).DefaultIfEmpty(ulong.MaxValue).Min();
        return new ConsumerState(
            (ulong)_undelivered.Count,
            (ulong)_pending.Count,
            (ulong)_pending.Values.Count(delivery => delivery.Count > 1),
            Math.Min(_lastDelivered, unsettled - 1))
        {
            PausedUntil = _pausedUntil is { } end ? _clock.UtcNow + (end - _clock.Now) : null,
        };
    }

    private static TimeSpan? Earlier(TimeSpan? left, TimeSpan? right) => left is null || right < left ? right : left;

    private PendingDelivery? TakeNext()
    {
        if (_redeliveries.TakeDue() is { } again)
        {
            return again;
        }

        if (_undelivered.Take() is not { } entry)
        {
            return null;
        }

        var delivery = new PendingDelivery(this, entry);
        _pending.Add(entry.Sequence, delivery);
        _lastDelivered = entry.Sequence;
        return delivery;
    }

    private bool Accepts(string subject) => Array.Exists(Filters, filter => filter.Matches(subject));

    private void Refill()
    {
        _undelivered.Reset(_stream.Log.From(_lastDelivered + 1).Where(entry => Accepts(entry.Message.Subject)));
    }

    private void Forget(PendingDelivery delivery)
    {
        Unlink(delivery);
        delivery.State = PendingState.Settled;
        _pending.Remove(delivery.Entry.Sequence);
    }

    private void Unlink(PendingDelivery delivery)
    {
        if (delivery.State == PendingState.InFlight)
        {
            _inFlight.Remove(delivery);
        }
    }
}
