using Messaging.Codegen.Nats.Connecting;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>
/// Watches that a consumer's pulls are answered: asks again after silence or a refusal, and looks for the durable when nobody is
/// there to answer.
/// </summary>
internal sealed class PullWatch(string name, ConsumerRecovery recovery, TimeSpan heartbeat, PullConsumer consumer, NatsLink link, NatsLog log) : IDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often the durable's progress is noted: it is where a deleted one is made to go on, so this bounds what is done twice then.
    /// </summary>
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopped = new();
    private Timer? _timer;
    private long _lastSign = Environment.TickCount64;
    private long _lastRefresh = Environment.TickCount64;
    private int _isRecovering;
    private volatile bool _isPullDue;
    private volatile bool _isSilent;

    /// <summary>True while the server answers.</summary>
    public bool IsAnswering => _isRecovering == 0 && !_isSilent && !_isPullDue;

    /// <summary>False while there is nobody to ask.</summary>
    public bool MayPull => Volatile.Read(ref _isRecovering) == 0 && !_isPullDue;

    /// <summary>Makes sure that the durable exists.</summary>
    public ValueTask EnsureAsync(CancellationToken cancellationToken) => recovery.EnsureAsync(cancellationToken);

    /// <summary>Begins to watch.</summary>
    public void Start()
    {
        var interval = heartbeat < TimeSpan.FromSeconds(1) ? heartbeat : TimeSpan.FromSeconds(1);
        _timer = new Timer(static watch => ((PullWatch)watch!).OnTick(), this, interval, interval);
    }

    /// <summary>The server said something.</summary>
    public void OnSign()
    {
        OnAsked();
        _isSilent = false;
    }

    /// <summary>The server was asked for something: from now on it may be silent for so long.</summary>
    public void OnAsked() => Volatile.Write(ref _lastSign, Environment.TickCount64);

    /// <summary>The server forbids to ask or to listen; it will not answer.</summary>
    public void OnForbidden() => _isSilent = true;

    /// <summary>Asks again at the next tick.</summary>
    public void PullLater() => _isPullDue = true;

    /// <summary>Looks for the durable until it is there, then asks it.</summary>
    public void Recover()
    {
        if (Interlocked.Exchange(ref _isRecovering, 1) == 0)
        {
            _ = Task.Run(RecoverAsync);
        }
    }

    /// <summary>Watches no more.</summary>
    public void Stop()
    {
        _timer?.Dispose();
        _stopped.Cancel();
    }

    public void Dispose()
    {
        Stop();
        _stopped.Dispose();
    }

    private void OnTick()
    {
        try
        {
            _isPullDue = false;
            consumer.Pull(isIdle: true);
            var now = Environment.TickCount64;
            var silence = TimeSpan.FromMilliseconds(now - Volatile.Read(ref _lastSign));
            if (MayPull && link.IsOpen && consumer.IsWaiting && silence > 2 * heartbeat)
            {
                log.HeartbeatMissed(name, silence);
                consumer.PullAnew();
                _isSilent = true;
            }

            if (link.IsOpen && now - _lastRefresh > RefreshInterval.TotalMilliseconds)
            {
                _lastRefresh = now;
                _ = RefreshAsync();
            }
        }
        catch (Exception e)
        {
            log.PullFailed(name, e);
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            await recovery.RefreshAsync(_stopped.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.RefreshFailed(name, e);
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task RecoverAsync()
    {
        var delay = FirstRetry;
        try
        {
            while (true)
            {
                // A server that has just started may not have its consumers yet; neither has one that is asked too early.
                await Task.Delay(delay, _stopped.Token).ConfigureAwait(false);
                delay = delay * 2 < LastRetry ? delay * 2 : LastRetry;
                if (link.IsOpen && await TryEnsureAsync(delay).ConfigureAwait(false))
                {
                    break;
                }
            }

            log.ConsumerFound(name);
            Volatile.Write(ref _isRecovering, 0);
            consumer.PullAnew();
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task<bool> TryEnsureAsync(TimeSpan retry)
    {
        try
        {
            await recovery.EnsureAsync(_stopped.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !_stopped.IsCancellationRequested)
        {
            log.RecoveryFailed(name, retry, e);
            return false;
        }
    }
}
