using Messaging.Codegen.Nats.Idempotent;
using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Nats.Tests.Idempotent;

/// <summary>When a claim of somebody else may be taken for abandoned.</summary>
public class LeaseWatchTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);
    private readonly LeaseWatch _watch;

    public LeaseWatchTests() => _watch = new LeaseWatch(_time);

    [Fact]
    public void An_entry_that_does_not_move_for_its_lease_is_over()
    {
        for (var i = 0; i <= 3; i++)
        {
            Assert.False(LookAfter(seconds: i == 0 ? 0 : 1, revision: 7));
        }

        Assert.True(LookAfter(seconds: 1, revision: 7));
    }

    [Fact]
    public void An_entry_that_is_renewed_is_not_over()
    {
        for (var revision = 1UL; revision < 10; revision++)
        {
            Assert.False(LookAfter(seconds: 1, revision));
            Assert.False(LookAfter(seconds: 1, revision));
        }
    }

    [Fact]
    public void Time_in_which_nobody_looked_does_not_count()
    {
        Assert.False(LookAfter(seconds: 0, revision: 7));
        Assert.False(LookAfter(seconds: 60, revision: 7));
        Assert.False(LookAfter(seconds: 1, revision: 7));
    }

    [Fact]
    public void After_an_outage_all_begins_anew()
    {
        for (var i = 0; i < 3; i++)
        {
            LookAfter(seconds: 1, revision: 7);
        }

        _watch.ForgetAll();
        Assert.False(LookAfter(seconds: 1, revision: 7));
        Assert.False(LookAfter(seconds: 1, revision: 7));
    }

    private bool LookAfter(int seconds, ulong revision)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return _watch.IsOver("key", new ClaimEntry(ClaimState.Claimed, "other", Lease, revision));
    }
}
