using System.Threading.Tasks.Sources;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>
/// One publish between its call and its acknowledgement; pooled, and awaited without an allocation. Two hold it: who awaits it, and
/// the queue that it waits in; when both have let go it is used again.
/// </summary>
internal sealed class PendingPublish(PublishWindow window) : IValueTaskSource<PublishReceipt>
{
    private readonly Lock _gate = new();

    // User code never runs on the receive loop.
    private ManualResetValueTaskSourceCore<PublishReceipt> _result = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private CancellationToken _cancellationToken;
    private NatsHeaders? _headers;
    private PublishSlot? _slot;
    private State _state;
    private int _holders;

    private enum State : byte
    {
        /// <summary>Waits for a place in the window.</summary>
        Waiting,

        /// <summary>Has a place, waits for the pump.</summary>
        Queued,

        /// <summary>Was given to the client; whether the server has it is not known.</summary>
        Sent,

        /// <summary>Has its result.</summary>
        Done,
    }

    /// <summary>The message; null while the object is not in use.</summary>
    public OutgoingMessage? Message { get; private set; }

    public string Subject => Message?.Subject ?? "";

    /// <summary>When it was issued, in milliseconds of the machine.</summary>
    public long IssuedAt { get; private set; }

    /// <summary>When it got its place in the window.</summary>
    public long AdmittedAt { get; private set; }

    /// <summary>The reply subject; only from <see cref="TryBeginSend"/> on.</summary>
    public string ReplySubject => _slot!.ReplySubject;

    public bool IsDone
    {
        get
        {
            lock (_gate)
            {
                return _state == State.Done;
            }
        }
    }

    public ValueTask<PublishReceipt> Task => new(this, _result.Version);

    public void Start(OutgoingMessage message)
    {
        lock (_gate)
        {
            _result.Reset();
            _state = State.Waiting;
            _slot = null;
            _holders = 2;
            Message = message;
            IssuedAt = Environment.TickCount64;
        }
    }

    /// <summary>Lets <paramref name="cancellationToken"/> end the wait.</summary>
    public void CancelWith(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _cancellation = cancellationToken.UnsafeRegister(static publish => ((PendingPublish)publish!).Cancel(), this);
    }

    /// <summary>Takes a place.</summary>
    /// <returns>False when the publish has ended; the place is still free.</returns>
    public bool TryAdmit(PublishSlot slot)
    {
        lock (_gate)
        {
            if (_state == State.Done)
            {
                return false;
            }

            _state = State.Queued;
            _slot = slot;
            slot.Holder = this;
            AdmittedAt = Environment.TickCount64;
            return true;
        }
    }

    /// <summary>From here on the server may have the message.</summary>
    /// <returns>False when the publish has ended; it must not be sent, and its place is given back.</returns>
    public bool TryBeginSend()
    {
        PublishSlot unused;
        lock (_gate)
        {
            if (_state != State.Done)
            {
                _state = State.Sent;
                return true;
            }

            unused = _slot!;
        }

        window.Free(unused);
        return false;
    }

    /// <summary>The message's headers for the client, in an object that is used again.</summary>
    public NatsHeaders? GetHeaders() => HeaderMapping.ToNats(Message!, ref _headers);

    /// <summary>The server's answer.</summary>
    public void Answer(PublishSlot slot, int generation, in PublishReceipt receipt, Func<OutgoingMessage, Exception?>? refusal)
    {
        Exception? exception;
        lock (_gate)
        {
            if (_state != State.Sent || _slot != slot || slot.Generation != generation)
            {
                return;
            }

            _state = State.Done;
            exception = refusal?.Invoke(Message!);
        }

        window.Free(slot);
        Complete(receipt, exception);
    }

    /// <summary>Ends the publish without an answer, if it is still going on.</summary>
    public void Fail(Exception exception) => FailIf(static (_, _) => true, _ => exception);

    /// <summary>Ends the publish if it holds <paramref name="slot"/>, the server may have it, and <paramref name="subject"/> is null or its own.</summary>
    public void FailSent(PublishSlot slot, string? subject, Func<string, Exception> exception) =>
        FailIf((publish, state) => state == State.Sent && publish._slot == slot && (subject is null || subject == publish.Subject), exception);

    /// <summary>Ends the publish if it holds <paramref name="slot"/> since before <paramref name="limit"/>.</summary>
    public void FailAdmittedBefore(PublishSlot slot, long limit, Func<string, Exception> exception) =>
        FailIf((publish, _) => publish._slot == slot && publish.AdmittedAt < limit, exception);

    /// <summary>One of the two has let go.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            Message = null;
            window.Recycle(this);
        }
    }

    PublishReceipt IValueTaskSource<PublishReceipt>.GetResult(short token)
    {
        try
        {
            return _result.GetResult(token);
        }
        finally
        {
            // Waits for a callback that runs, so that it cannot cancel the next user of this object.
            _cancellation.Dispose();
            _cancellation = default;
            Release();
        }
    }

    ValueTaskSourceStatus IValueTaskSource<PublishReceipt>.GetStatus(short token) => _result.GetStatus(token);

    void IValueTaskSource<PublishReceipt>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _result.OnCompleted(continuation, state, token, flags);

    private void Cancel() => Fail(new OperationCanceledException(_cancellationToken));

    private void FailIf(Func<PendingPublish, State, bool> condition, Func<string, Exception> makeException)
    {
        PublishSlot? abandoned;
        Exception exception;
        lock (_gate)
        {
            if (_state == State.Done || !condition(this, _state))
            {
                return;
            }

            // A place that was not sent from is given back by the pump, when it comes across this publish.
            abandoned = _state == State.Sent ? _slot : null;
            _state = State.Done;
            exception = makeException(Subject);
        }

        if (abandoned is not null)
        {
            abandoned.Renew();
            window.Free(abandoned);
        }

        Complete(default, exception);
    }

    private void Complete(in PublishReceipt receipt, Exception? exception)
    {
        if (exception is null)
        {
            _result.SetResult(receipt);
        }
        else
        {
            _result.SetException(exception);
        }
    }
}
