using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>A consumer is paused and resumed while it runs, without losing or burning a delivery.</summary>
public abstract class PauseConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private const int Prefetch = 8;

    private readonly ConcurrentQueue<(int Number, int Delivery)> _handled = [];

    [Fact]
    public async Task A_paused_consumer_begins_nothing_and_burns_no_delivery()
    {
        var process = await StartAsync(Options(), HandleAsync);
        await process.PublishAsync(Enumerable.Range(0, 5).Select(number => NewWork(number)));
        await SettledAsync();
        var control = process.Services.GetRequiredService<IConsumerControl>();
        await control.PauseAsync("c");
        await process.PublishAsync(Enumerable.Range(5, 20).Select(number => NewWork(number)));
        await Waiting.UntilAsync(() => process.Consumer.Received > 5, "messages are fetched");

        // Longer than the server would wait without a sign of life.
        for (var i = 0; i < 30; i++)
        {
            await Fixture.PassAsync(ShortAckWait / 10);
        }

        Assert.Equal(5, _handled.Count);
        Assert.InRange(process.Consumer.Received, 6, 5 + Prefetch);
        var status = Assert.Single(await control.ListAsync());
        Assert.Equal((Stream, "c", true, true, 0), (status.Stream, status.Consumer, status.IsPaused, status.IsHealthy, status.Working));
        Assert.Equal(process.Consumer.Received - 5, status.Waiting);
        Assert.Contains($"Paused: {Stream}/c", (await HealthProbe.AskAsync(process.Services)).Description, StringComparison.Ordinal);

        await control.ResumeAsync("c");
        await SettledAsync();
        Assert.Equal(Enumerable.Range(0, 25).Select(number => (number, 1)), _handled);
        Assert.False(Assert.Single(await control.ListAsync()).IsPaused);
        Assert.DoesNotContain("Paused", (await HealthProbe.AskAsync(process.Services)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_returns_when_what_runs_has_ended()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await StartAsync(Options(), async (work, context, _) =>
        {
            begun.TrySetResult();
            await end.Task;
            _handled.Enqueue((work.Number, context.DeliveryCount));
        });
        await process.PublishAsync(NewWork(0), NewWork(1));
        await begun.Task.WaitAsync(Waiting.Patience);
        var pausing = process.Services.GetRequiredService<IConsumerControl>().PauseAsync("c").AsTask();
        await Waiting.ForNothingAsync();
        Assert.False(pausing.IsCompleted);

        end.SetResult();
        await pausing.WaitAsync(Waiting.Patience);
        await Waiting.ForNothingAsync();
        Assert.Equal([(0, 1)], _handled);
    }

    [Fact]
    public async Task A_pause_ends_at_its_time()
    {
        var process = await StartAsync(Options(), HandleAsync);
        var control = process.Services.GetRequiredService<IConsumerControl>();
        var now = Fixture.Time.GetUtcNow();
        await control.PauseAsync("c", TimeSpan.FromSeconds(2));
        await process.PublishAsync(NewWork(0));
        var status = Assert.Single(await control.ListAsync());
        Assert.True(status.PausedUntil >= now + TimeSpan.FromSeconds(2));

        await SettledAsync();
        Assert.True(Fixture.Time.GetUtcNow() >= now + TimeSpan.FromSeconds(2));
        Assert.Equal([(0, 1)], _handled);
    }

    [Fact]
    public async Task Other_processes_go_on_and_a_stop_gives_back_what_waited()
    {
        var paused = await StartAsync(Options(), HandleAsync);
        await paused.Services.GetRequiredService<IConsumerControl>().PauseAsync("c");
        var other = await StartAsync(Options(), HandleAsync);
        await other.PublishAsync(Enumerable.Range(0, 60).Select(number => NewWork(number)));
        await Waiting.WhileTimePassesUntilAsync(() => _handled.Count >= 60 - Prefetch, "the other process has handled what it can get");
        Assert.Equal(0, paused.Consumer.Handled);

        await paused.StopAsync();
        await SettledAsync();
        Assert.Equal(Enumerable.Range(0, 60), _handled.Select(handled => handled.Number).Order());
    }

    [Fact]
    public async Task A_consumer_that_this_process_does_not_run_cannot_be_paused()
    {
        var process = await StartAsync(Options(), HandleAsync);
        var control = process.Services.GetRequiredService<IConsumerControl>();
        var failure = await Assert.ThrowsAsync<ArgumentException>(async () => await control.PauseAsync("another"));
        Assert.Contains("it runs: c", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await control.ResumeAsync("another"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await control.PauseEverywhereAsync("another", DateTimeOffset.MaxValue));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await control.PauseAsync("c", TimeSpan.Zero));
        await control.ResumeAsync("c");
    }

    private static HandlerOptions Options() => new("c", "Test.Handle") { Prefetch = Prefetch, AckWait = ShortAckWait };

    private Task HandleAsync(Work work, MessageContext context, CancellationToken cancellationToken)
    {
        _handled.Enqueue((work.Number, context.DeliveryCount));
        return Task.CompletedTask;
    }
}
