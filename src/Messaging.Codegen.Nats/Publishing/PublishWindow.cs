using System.Buffers;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>
/// The publishes of one connection that wait for their acknowledgement: at most so many at a time. When the window was full it opens
/// again at 90 %, because one publish per acknowledgement would be one wake-up per message.
/// </summary>
internal sealed class PublishWindow : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly NatsLink _link;
    private readonly TimeSpan _timeout;
    private readonly PublishSlot[] _slots;
    private readonly Stack<PublishSlot> _free;
    private readonly Queue<PendingPublish> _waiting = new();
    private readonly Stack<PendingPublish> _pool = new();
    private readonly int _opensAtFree;
    private readonly WritePump _pump;
    private readonly Timer _timer;
    private bool _isFull;
    private bool _isTicking;
    private bool _isDisposed;
    private string? _inboxRefusal;

    public PublishWindow(NatsLink link, string inbox, int size, TimeSpan timeout)
    {
        _link = link;
        _timeout = timeout;
        _slots = [.. Enumerable.Range(0, size).Select(index => new PublishSlot(inbox, index))];
        _free = new Stack<PublishSlot>(_slots.Reverse());
        _opensAtFree = Math.Max(1, size / 10);
        _pump = new WritePump(link);
        _timer = new Timer(static window => ((PublishWindow)window!).OnTick(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>Publishes and completes with the stream's answer.</summary>
    public ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<PublishReceipt>(cancellationToken);
        }

        PendingPublish publish;
        bool isAdmitted;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(NatsTransport));
            if (_inboxRefusal is { } refusal)
            {
                throw new PublishException(PublishFailure.Forbidden, message.Subject, refusal);
            }

            publish = _pool.TryPop(out var pooled) ? pooled : new PendingPublish(this);
            publish.Start(message);
            isAdmitted = !_isFull && _free.TryPop(out var slot) && publish.TryAdmit(slot);
            if (!isAdmitted)
            {
                _isFull = true;
                _waiting.Enqueue(publish);
            }

            StartTicking();
        }

        var task = publish.Task;
        if (cancellationToken.CanBeCanceled)
        {
            publish.CancelWith(cancellationToken);
        }

        if (isAdmitted)
        {
            _pump.Write(publish);
        }

        return task;
    }

    /// <summary>An answer arrived on the reply subject of a place.</summary>
    public void Answer(int index, int generation, in PublishReceipt receipt, Func<OutgoingMessage, Exception?>? refusal)
    {
        if ((uint)index < (uint)_slots.Length)
        {
            var slot = _slots[index];
            slot.Holder?.Answer(slot, generation, receipt, refusal);
        }
    }

    /// <summary>The connection is gone: what was sent may be stored or not. What was not sent waits for the next connection.</summary>
    public void OnDisconnected() => FailSent(
        null, static subject => new PublishException(PublishFailure.Timeout, subject, "The connection was lost before the acknowledgement came."));

    /// <summary>The server forbids publishing on a subject; it sends no answer.</summary>
    public void OnForbidden(string subject, string words) => FailSent(
        subject, published => new PublishException(PublishFailure.Forbidden, published, words));

    /// <summary>The server forbids listening to the acknowledgements: no publish can succeed.</summary>
    public void OnInboxForbidden(string words)
    {
        var refusal = $"{words}: acknowledgements cannot be received. Allow the client to subscribe to its inboxes, or set {nameof(NatsOptions)}.{nameof(NatsOptions.InboxPrefix)}.";
        lock (_gate)
        {
            _inboxRefusal = refusal;
        }

        FailSent(null, subject => new PublishException(PublishFailure.Forbidden, subject, refusal));
    }

    /// <summary>A place is free again.</summary>
    public void Free(PublishSlot slot)
    {
        PendingPublish[]? admitted = null;
        var count = 0;
        lock (_gate)
        {
            _free.Push(slot);
            if (_isFull && _free.Count >= _opensAtFree)
            {
                admitted = ArrayPool<PendingPublish>.Shared.Rent(_free.Count);
                count = AdmitWaiting(admitted);
                _isFull = _waiting.Count > 0;
            }
        }

        if (admitted is not null)
        {
            // Not on this thread: it may be the receive loop.
            _pump.WriteLater(admitted.AsSpan(0, count));
            ArrayPool<PendingPublish>.Shared.Return(admitted, clearArray: true);
        }
    }

    /// <summary>Takes an object back that nobody holds any more.</summary>
    public void Recycle(PendingPublish publish)
    {
        lock (_gate)
        {
            if (_pool.Count < 2 * _slots.Length)
            {
                _pool.Push(publish);
            }
        }
    }

    public void Dispose()
    {
        PendingPublish[] waiting;
        lock (_gate)
        {
            _isDisposed = true;
            waiting = [.. _waiting];
        }

        _timer.Dispose();
        _pump.Stop();
        var holders = _slots.Select(slot => slot.Holder).OfType<PendingPublish>();
        foreach (var publish in holders.Concat(waiting))
        {
            publish.Fail(new ObjectDisposedException(nameof(NatsTransport)));
        }
    }

    private int AdmitWaiting(PendingPublish[] admitted)
    {
        var count = 0;
        while (_free.Count > 0 && _waiting.TryDequeue(out var publish))
        {
            if (publish.TryAdmit(_free.Peek()))
            {
                _free.Pop();
                admitted[count++] = publish;
            }
            else
            {
                publish.Release();
            }
        }

        return count;
    }

    private void FailSent(string? subject, Func<string, Exception> exception)
    {
        foreach (var slot in _slots)
        {
            slot.Holder?.FailSent(slot, subject, exception);
        }
    }

    private void StartTicking()
    {
        if (!_isTicking)
        {
            _isTicking = true;
            _timer.Change(Tick, Tick);
        }
    }

    private void OnTick()
    {
        var limit = Environment.TickCount64 - (long)_timeout.TotalMilliseconds;
        List<PendingPublish> overdue = [];
        lock (_gate)
        {
            if (_free.Count == _slots.Length && _waiting.Count == 0)
            {
                _isTicking = false;
                _timer.Change(Timeout.Infinite, Timeout.Infinite);
                return;
            }

            // With a connection, places become free and the queue moves on; without one only time passes.
            if (!_link.IsOpen)
            {
                overdue.AddRange(_waiting.TakeWhile(publish => publish.IssuedAt < limit));
            }
        }

        foreach (var publish in overdue)
        {
            publish.Fail(new PublishException(PublishFailure.Timeout, publish.Subject, NoConnection));
        }

        foreach (var slot in _slots)
        {
            if (slot.Holder is { } holder && holder.AdmittedAt < limit)
            {
                holder.FailAdmittedBefore(slot, limit, subject => new PublishException(PublishFailure.Timeout, subject, TimeoutReason));
            }
        }
    }

    private string NoConnection => $"There has been no connection for {_timeout.TotalSeconds:0.###} s.";

    private string TimeoutReason => _link.IsOpen ? $"No acknowledgement within {_timeout.TotalSeconds:0.###} s." : NoConnection;
}
