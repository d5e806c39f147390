using Messaging.Codegen.Consuming;
using Microsoft.Extensions.Time.Testing;

namespace Messaging.Codegen.Tests.Consuming;

public sealed class RateLimiterTests
{
    [Theory]
    [InlineData(1, 1_000)]
    [InlineData(3, 100)]
    [InlineData(10, 60_000)]
    public async Task No_window_of_a_period_sees_more_than_the_limit(int messages, int milliseconds)
    {
        var time = new FakeTimeProvider();
        var period = TimeSpan.FromMilliseconds(milliseconds);
        var limiter = new RateLimiter(new RateLimit(messages, period), time);
        var begun = new List<DateTimeOffset>();
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            // Arrivals in bursts and after pauses.
            time.Advance(period * (random.Next(4) == 0 ? random.NextDouble() : 0));
            var turn = limiter.WaitAsync(CancellationToken.None).AsTask();
            while (!turn.IsCompleted)
            {
                time.Advance(TimeSpan.FromMilliseconds(1));
            }

            await turn;
            begun.Add(time.GetUtcNow());
        }

        for (var i = messages; i < begun.Count; i++)
        {
            Assert.True(begun[i] - begun[i - messages] >= period, $"{begun[i - messages]:O} {begun[i]:O}");
        }
    }

    [Fact]
    public async Task Callers_that_wait_are_let_through_one_period_after_the_other_and_can_give_up()
    {
        var time = new FakeTimeProvider();
        var limiter = new RateLimiter(new RateLimit(2, TimeSpan.FromSeconds(1)), time);
        using var stop = new CancellationTokenSource();
        var turns = Enumerable.Range(0, 6).Select(_ => limiter.WaitAsync(stop.Token).AsTask()).ToArray();
        Assert.Equal(2, turns.Count(turn => turn.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, turns.Count(turn => turn.IsCompleted));
        await stop.CancelAsync();
        Assert.Equal(2, turns.Count(turn => turn.IsCanceled));
    }
}
