namespace Messaging.Codegen.Testing.Tests;

public sealed class VirtualTimeTests
{
    private readonly VirtualTime _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public void It_stands_still_until_it_is_moved()
    {
        var (start, stamp) = (_time.GetUtcNow(), _time.GetTimestamp());

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(start.AddMinutes(2), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(2), _time.GetElapsedTime(stamp));
    }

    [Fact]
    public void Timers_run_in_the_order_of_their_times_and_see_theirs()
    {
        var fired = new List<(string Name, double Seconds)>();
        var start = _time.GetUtcNow();
        using var late = Timer("late", 5);
        using var early = Timer("early", 1);
        using var stopped = Timer("stopped", 2);
        using var often = _time.CreateTimer(_ => Note("often"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([("early", 1), ("often", 2), ("often", 4), ("late", 5), ("often", 6)], fired);

        ITimer Timer(string name, int seconds) => _time.CreateTimer(_ => Note(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

        void Note(string name) => fired.Add((name, (_time.GetUtcNow() - start).TotalSeconds));
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _time);

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }

    [Fact]
    public async Task A_timer_that_is_due_at_once_runs_without_anybody_moving_the_time()
    {
        var fired = new TaskCompletionSource();
        using var timer = _time.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void It_does_not_go_back() => Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));
}
