namespace Messaging.Codegen.Nats.Idempotent;

/// <summary>A message that this process handles, or is about to.</summary>
internal sealed class Claim(string key)
{
    private readonly Lock _gate = new();
    private Task _renewal = Task.CompletedTask;
    private bool _isHeld;

    public string Key => key;

    /// <summary>The revision of the bucket's entry; only whoever has it can change the entry.</summary>
    public ulong Revision { get; private set; }

    /// <summary>When the entry was written last, in milliseconds of the machine.</summary>
    public long RenewedAt { get; private set; }

    public void Hold(ulong revision)
    {
        lock (_gate)
        {
            _isHeld = true;
            Renewed(revision);
        }
    }

    public void Renewed(ulong revision)
    {
        Revision = revision;
        RenewedAt = Environment.TickCount64;
    }

    /// <summary>Starts a renewal if the entry is older than <paramref name="age"/>, in milliseconds, and none is going on.</summary>
    public void RenewAfter(long age, Func<Claim, Task> renew)
    {
        lock (_gate)
        {
            if (_isHeld && _renewal.IsCompleted && Environment.TickCount64 - RenewedAt >= age)
            {
                _renewal = renew(this);
            }
        }
    }

    /// <summary>From here on the entry is the caller's alone: no renewal runs or begins.</summary>
    public Task StopRenewing()
    {
        lock (_gate)
        {
            _isHeld = false;
            return _renewal;
        }
    }
}
