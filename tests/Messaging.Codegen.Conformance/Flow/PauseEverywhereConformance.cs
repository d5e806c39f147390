using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>The broker itself pauses a consumer, for every process.</summary>
[Requires(Capabilities.ConsumerPause)]
public abstract class PauseEverywhereConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_pause_everywhere_holds_in_every_process_until_it_ends()
    {
        var handled = new ConcurrentQueue<int>();
        var options = new HandlerOptions("c", "Test.Handle") { Prefetch = 8, AckWait = ShortAckWait };
        var first = await StartAsync(options, HandleAsync);
        var second = await StartAsync(options, HandleAsync);
        var control = first.Services.GetRequiredService<IConsumerControl>();
        var until = Fixture.Time.GetUtcNow() + TimeSpan.FromHours(1);
        await control.PauseEverywhereAsync("c", until);
        await first.PublishAsync(Enumerable.Range(0, 10).Select(number => NewWork(number)));
        await Waiting.ForNothingAsync();
        Assert.Equal((0L, 0L), (first.Consumer.Received, second.Consumer.Received));
        var told = Assert.Single(await second.Services.GetRequiredService<IConsumerControl>().ListAsync());
        Assert.InRange(told.Broker.PausedUntil!.Value, until - TimeSpan.FromSeconds(1), until + TimeSpan.FromSeconds(1));
        Assert.False(told.IsPaused);
        Assert.True(told.IsHealthy);

        await control.ResumeEverywhereAsync("c");
        await SettledAsync();
        Assert.Equal(Enumerable.Range(0, 10), handled.Order());
        Assert.Null(Assert.Single(await control.ListAsync()).Broker.PausedUntil);

        Task HandleAsync(Work work, MessageContext context, CancellationToken cancellationToken)
        {
            handled.Enqueue(work.Number);
            return Task.CompletedTask;
        }
    }
}
