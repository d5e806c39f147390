using System.Collections.Concurrent;

namespace Messaging.Codegen.Tests.Pipeline;

public sealed class ConsumeTests
{
    [Fact]
    public async Task Memory_idempotency_handles_a_redelivered_message_once()
    {
        var runs = 0;
        await using var host = await PipelineHost.StartAsync("memory", b => b.OnJob = (_, _, _) =>
        {
            Interlocked.Increment(ref runs);
            return Task.CompletedTask;
        });
        var job = PipelineHost.NewJob();
        await host.PublishAsync(job);
        await host.SettleAsync("memory");

        // The same order published again with another message id: the stream keeps it, the handler's key does not.
        await host.PublishBytesAsync("pipe.eu.job.v1", MessageSerializer.SerializeToArray(job), "another-id");
        await host.SettleAsync("memory");
        Assert.Equal(1, runs);
        Assert.Equal((1, 1), (host.Consumer.Handled, host.Consumer.Duplicates));
    }

    [Fact]
    public async Task Memory_idempotency_lets_a_failed_message_run_again()
    {
        await using var host = await PipelineHost.StartAsync("memory", b => b.OnJob = (_, context, _) =>
            context.DeliveryCount == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask);
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("memory");
        Assert.Equal((1, 1, 0), (host.Consumer.Handled, host.Consumer.Retried, host.Consumer.Duplicates));
    }

    [Fact]
    public async Task A_content_filter_acknowledges_and_counts_what_it_leaves_out()
    {
        var sizes = new ConcurrentQueue<int>();
        await using var host = await PipelineHost.StartAsync("large", b => b.OnJob = (job, _, _) =>
        {
            sizes.Enqueue(job.Size);
            return Task.CompletedTask;
        });
        await host.PublishAsync(PipelineHost.NewJob(size: 100));
        await host.PublishAsync(PipelineHost.NewJob(size: 101));
        await host.SettleAsync("large");
        Assert.Equal([101], sizes);
        Assert.Equal((1, 1), (host.Consumer.Handled, host.Consumer.Filtered));
    }

    [Fact]
    public async Task Where_narrows_on_the_server()
    {
        var regions = new ConcurrentQueue<string>();
        await using var host = await PipelineHost.StartAsync("eu", b => b.OnJob = (job, _, _) =>
        {
            regions.Enqueue(job.Region);
            return Task.CompletedTask;
        });
        foreach (var region in (string[])["eu", "us", "uk", "eu.west"])
        {
            await host.PublishAsync(PipelineHost.NewJob(region));
        }

        await host.SettleAsync("eu");
        Assert.Equal(["eu", "uk"], regions);
        Assert.Equal((2, 0), (host.Consumer.Received, host.Consumer.Filtered));
    }

    [Fact]
    public async Task Work_longer_than_the_ack_wait_runs_once()
    {
        var runs = 0;
        await using var host = await PipelineHost.StartAsync("short", b => b.OnJob = async (_, _, cancellationToken) =>
        {
            Interlocked.Increment(ref runs);
            await Task.Delay(TimeSpan.FromSeconds(4), cancellationToken);
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("short");
        Assert.Equal(1, runs);
        Assert.Equal(1, host.Consumer.Received);
    }

    [Fact]
    public async Task Buffered_messages_survive_the_ack_wait_while_a_neighbour_works()
    {
        await using var host = await PipelineHost.StartAsync("short", b => b.OnJob = async (_, context, cancellationToken) =>
        {
            if (context.Sequence == 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(4), cancellationToken);
            }
        });
        for (var i = 0; i < 20; i++)
        {
            await host.PublishAsync(PipelineHost.NewJob());
        }

        await host.SettleAsync("short");
        Assert.Equal((20, 20), (host.Consumer.Received, host.Consumer.Handled));
    }

    [Fact]
    public async Task Stopping_finishes_what_runs_and_gives_back_what_waits()
    {
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, _, _) =>
        {
            started.TrySetResult();
            return finish.Task;
        });
        for (var i = 0; i < 5; i++)
        {
            await host.PublishAsync(PipelineHost.NewJob());
        }

        await started.Task.WaitAsync(PipelineHost.Patience);
        var stopping = host.StopAsync();
        finish.SetResult();
        await stopping;
        var state = await host.Transport.GetConsumerStateAsync("PIPE", "plain", CancellationToken.None);
        Assert.Equal(5, host.Consumer.Handled + (long)state.AckPending + (long)state.Pending);
        Assert.InRange(host.Consumer.Handled, 1, 5);
        Assert.Equal((0, 0), (host.Consumer.DeadLettered, host.Consumer.Retried));
    }

    [Fact]
    public async Task Stopping_without_patience_cancels_the_handler_and_gives_its_message_back()
    {
        var started = new TaskCompletionSource();
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = async (_, _, cancellationToken) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await started.Task.WaitAsync(PipelineHost.Patience);
        await host.StopAsync(TimeSpan.FromMilliseconds(50));
        var state = await host.Transport.GetConsumerStateAsync("PIPE", "plain", CancellationToken.None);
        Assert.Equal((0, 1UL), (host.Consumer.Handled, state.AckPending + state.Pending));
    }
}
