using System.Collections.Concurrent;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Nats.Connecting;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Idempotent;

/// <summary>
/// <see cref="Idempotency.KeyValue"/>: an entry per message in a key-value bucket, claimed before the handlers run, renewed while they run, and marked as
/// done before the message is acknowledged. Two round trips per message. The mark cannot be atomic with what the handlers do elsewhere: who dies between
/// the two leaves a message that is handled again.
/// </summary>
internal sealed class KeyValueStore(NatsTransport transport, NatsIdempotencyOptions options, NatsLog log) : IIdempotencyStore, IAsyncDisposable
{
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly ClaimBucket _bucket = new(transport, options);
    private readonly ConcurrentDictionary<string, Claim> _active = new(StringComparer.Ordinal);
    private readonly LeaseWatch _others = new(TimeProvider.System);
    private readonly string _owner = Nuid.NewNuid();
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>
    /// How long an answer is waited for that keeps a claim. While a cluster elects a leader, writes get lost without an answer: who waited for it as long as for
    /// other publishes would write again when the lease is over, and somebody else have handled the message too.
    /// </summary>
    private readonly TimeSpan _hurry = options.Lease / 6;

    /// <summary>How often an entry of somebody else is looked at again.</summary>
    private readonly TimeSpan _poll = options.Lease / 6 < LongestPoll ? options.Lease / 6 : LongestPoll;

    private byte[] _claimed = [];
    private byte[] _done = [];
    private Task _renewing = Task.CompletedTask;

    public Idempotency Kind => Idempotency.KeyValue;

    public async ValueTask PrepareAsync(Provision mode, CancellationToken cancellationToken)
    {
        await _bucket.PrepareAsync(mode, cancellationToken).ConfigureAwait(false);
        _claimed = ClaimEntry.Claimed(_owner, options.Lease);
        _done = ClaimEntry.Done(_owner);
        transport.Session.Link.Opened += _others.ForgetAll;
        _renewing = RenewAsync();
    }

    public async ValueTask<ConsumeOutcome> RunAsync(MessageContext delivery, string key, ConsumeDelegate handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var claim = new Claim(ClaimKey.Encode(key));
        if (!_active.TryAdd(claim.Key, claim))
        {
            return ConsumeOutcome.Busy;
        }

        try
        {
            try
            {
                if (await TakeAsync(claim, cancellationToken).ConfigureAwait(false) is { } settled)
                {
                    return settled;
                }
            }
            catch (IdempotencyStoreUnavailableException)
            {
                _others.ForgetAll();
                throw;
            }

            try
            {
                await handle(delivery, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await ReleaseAsync(claim).ConfigureAwait(false);
                throw;
            }

            await CompleteAsync(claim, cancellationToken).ConfigureAwait(false);
            return ConsumeOutcome.Handled;
        }
        finally
        {
            _active.TryRemove(claim.Key, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopped.Dispose();
    }

    /// <returns>Null when the claim is held now.</returns>
    private async ValueTask<ConsumeOutcome?> TakeAsync(Claim claim, CancellationToken cancellationToken)
    {
        var expected = 0UL;
        var patience = Environment.TickCount64 + (2 * (long)options.Lease.TotalMilliseconds);
        while (true)
        {
            if (await _bucket.TryPutAsync(claim.Key, _claimed, expected, null, cancellationToken).ConfigureAwait(false) is { } revision)
            {
                claim.Hold(revision);
                return null;
            }

            // Somebody has it. A second process waits here, because giving the message back would cost it a delivery each time.
            while (true)
            {
                var entry = await _bucket.FindAsync(claim.Key, cancellationToken).ConfigureAwait(false);
                if (entry is { State: ClaimState.Done })
                {
                    _others.Forget(claim.Key);
                    return ConsumeOutcome.Duplicate;
                }

                if (IsFree(claim.Key, entry))
                {
                    expected = entry?.Revision ?? 0;
                    break;
                }

                if (Environment.TickCount64 > patience)
                {
                    return ConsumeOutcome.Busy;
                }

                await Task.Delay(_poll, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>True for nobody's, for one that this process wrote without learning that it was stored, and for one whose lease is over.</summary>
    private bool IsFree(string key, ClaimEntry? entry)
    {
        if (entry is not { State: ClaimState.Claimed } other || other.Owner == _owner)
        {
            return true;
        }

        if (!_others.IsOver(key, other))
        {
            return false;
        }

        _others.Forget(key);
        log.LeaseOver(key, other.Owner, other.Lease);
        return true;
    }

    /// <summary>Lets the next delivery try again at once; if that fails it has to wait for the lease.</summary>
    private async ValueTask ReleaseAsync(Claim claim)
    {
        try
        {
            await claim.StopRenewing().ConfigureAwait(false);
            await _bucket.TryPutAsync(claim.Key, [], claim.Revision, ClaimEntry.Deletion, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IdempotencyStoreUnavailableException e)
        {
            log.ReleaseFailed(claim.Key, e);
        }
    }

    /// <summary>Returns when the mark is stored: the handlers have run and must not run again.</summary>
    private async ValueTask CompleteAsync(Claim claim, CancellationToken cancellationToken)
    {
        await claim.StopRenewing().ConfigureAwait(false);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            using var patience = Hurry(cancellationToken);
            try
            {
                while (await _bucket.TryPutAsync(claim.Key, _done, claim.Revision, null, patience.Token).ConfigureAwait(false) is null)
                {
                    var entry = await _bucket.FindAsync(claim.Key, patience.Token).ConfigureAwait(false);
                    if (entry is { } other && other.Owner != _owner)
                    {
                        log.LeaseLost(claim.Key, other.Owner);
                    }

                    if (entry is { State: ClaimState.Done })
                    {
                        return;
                    }

                    // A renewal of ours that arrived late, or a rival's claim: it is done, whoever else is at it.
                    claim.Renewed(entry?.Revision ?? 0);
                }

                return;
            }
            catch (Exception e) when (e is IdempotencyStoreUnavailableException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                log.CompletionDelayed(claim.Key, e);
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(_hurry);
        var age = (long)(options.Lease / 3).TotalMilliseconds;
        while (await timer.WaitForNextTickAsync(_stopped.Token).ConfigureAwait(false))
        {
            foreach (var (_, claim) in _active)
            {
                claim.RenewAfter(age, RenewAsync);
            }
        }
    }

    private async Task RenewAsync(Claim claim)
    {
        using var patience = Hurry(_stopped.Token);
        try
        {
            if (await _bucket.TryPutAsync(claim.Key, _claimed, claim.Revision, null, patience.Token).ConfigureAwait(false) is { } revision)
            {
                claim.Renewed(revision);
            }
            else if (await _bucket.FindAsync(claim.Key, patience.Token).ConfigureAwait(false) is { } entry && entry.Owner == _owner)
            {
                claim.Renewed(entry.Revision);
            }
        }
        catch (Exception e) when (e is IdempotencyStoreUnavailableException or OperationCanceledException)
        {
            // Tried again at the next tick; nobody else reaches the bucket either, as far as one can tell.
        }
    }

    private CancellationTokenSource Hurry(CancellationToken cancellationToken)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_hurry);
        return patience;
    }
}
