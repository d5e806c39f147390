using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Tests.Pipeline;

public sealed class PublishBatchTests
{
    private static readonly PublishBatchOptions Atomic = new() { RequireAtomic = true };

    [Fact]
    public async Task A_batch_is_stored_as_a_whole_where_the_stream_allows_it()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var steps = Enumerable.Range(0, 5).Select(i => new JobDone(Guid.NewGuid(), $"{i}")).ToArray();

        var receipt = await host.Services.GetRequiredService<IPublisher<JobDone>>().PublishBatchAsync(steps, Atomic);

        Assert.True(receipt.IsAtomic);
        Assert.Equal([1UL, 2, 3, 4, 5], receipt.Messages.Select(message => message.Sequence));
        Assert.Equal(5, host.Counters.Published);
    }

    [Fact]
    public async Task Elsewhere_each_message_is_published_by_itself_and_the_receipt_says_so()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var publisher = host.Services.GetRequiredService<IPublisher<Job>>();
        var jobs = Enumerable.Range(0, 5).Select(i => PipelineHost.NewJob(size: i)).ToArray();

        var receipt = await publisher.PublishBatchAsync(jobs);

        Assert.False(receipt.IsAtomic);
        Assert.Equal([1UL, 2, 3, 4, 5], receipt.Messages.Select(message => message.Sequence));
        var refusal = await Assert.ThrowsAsync<PublishException>(async () => await publisher.PublishBatchAsync([.. jobs.Select(_ => PipelineHost.NewJob())], Atomic));
        Assert.Contains("AllowAtomicBatches = true", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PublishException>(async () => await publisher.PublishBatchAsync(
            [PipelineHost.NewJob(), PipelineHost.NewJob()], new PublishBatchOptions { Options = new PublishOptions { ExpectedLastSequence = 5 } }));
        Assert.Equal(5, (await host.ReadAsync("PIPE")).Count);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_stored_once()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var job = PipelineHost.NewJob();
        var receipt = await host.Services.GetRequiredService<IPublisher<Job>>().PublishBatchAsync([job, PipelineHost.NewJob(), job]);
        Assert.Equal([false, false, true], receipt.Messages.Select(message => message.Duplicate));
        Assert.Equal(receipt.Messages[0].Sequence, receipt.Messages[2].Sequence);
        Assert.Equal(2, (await host.ReadAsync("PIPE")).Count);
    }

    [Fact]
    public async Task An_empty_batch_and_one_of_one_are_trivially_whole()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var publisher = host.Services.GetRequiredService<IPublisher<Job>>();
        Assert.Equal((true, 0), await CountAsync([]));
        Assert.Equal((true, 1), await CountAsync([PipelineHost.NewJob()]));

        async Task<(bool, int)> CountAsync(Job[] jobs) =>
            await publisher.PublishBatchAsync(jobs, Atomic) is var receipt ? (receipt.IsAtomic, receipt.Messages.Count) : default;
    }

    [Fact]
    public async Task A_batch_whose_acknowledgement_got_lost_is_stored_once()
    {
        await using var host = await PipelineHost.StartAsync(
            "none", null, messaging => FlakyTransport.Use(messaging, (_, tries) => tries == 1, afterStoring: true));
        var publisher = host.Services.GetRequiredService<IPublisher<JobDone>>();
        var receipt = await publisher.PublishBatchAsync([new JobDone(Guid.NewGuid(), "1"), new JobDone(Guid.NewGuid(), "2")], Atomic);
        Assert.True(receipt.IsAtomic);
        Assert.All(receipt.Messages, message => Assert.True(message.Duplicate));
        Assert.Equal(2, (await host.ReadAsync("OUT")).Count);
    }

    [Fact]
    public async Task When_some_fail_it_says_which()
    {
        await using var host = await PipelineHost.StartAsync(
            "none", null, messaging => FlakyTransport.Use(messaging, (subject, _) => subject.Contains("bad", StringComparison.Ordinal)));
        var failure = await Assert.ThrowsAsync<PublishBatchException>(async () => await host.Services.GetRequiredService<IPublisher<Job>>()
            .PublishBatchAsync([PipelineHost.NewJob("eu"), PipelineHost.NewJob("bad"), PipelineHost.NewJob("us")]));
        Assert.Equal([true, false, true], failure.Receipts.Select(receipt => receipt is not null));
        Assert.Equal(PublishFailure.Timeout, Assert.IsType<PublishException>(failure.Failures[1]).Failure);
        Assert.Contains("1 of 3", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_handler_publishes_in_a_batch_a_second_delivery_does_not_double()
    {
        var runs = 0;
        await using var host = await PipelineHost.StartAsync("plain", behaviour => behaviour.OnJob = async (job, context, cancellationToken) =>
        {
            await context.PublishBatchAsync<JobDone>([new(job.Id, "a"), new(job.Id, "b")], cancellationToken);
            await context.PublishAsync(new JobDone(job.Id, "c"), cancellationToken);
            if (Interlocked.Increment(ref runs) == 1)
            {
                throw new InvalidOperationException("after publishing");
            }
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("plain");
        Assert.Equal(2, runs);
        Assert.Equal(["a", "b", "c"], (await host.ReadAsync("OUT")).Select(stored => MessageSerializer.Deserialize<JobDone>(stored.Payload).Step));
    }
}
