using System.Collections.Concurrent;

namespace Messaging.Codegen.Tests.Pipeline;

public sealed class FailureTests
{
    [Fact]
    public async Task A_handled_message_is_acknowledged_and_counted()
    {
        var handled = new ConcurrentQueue<Job>();
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (job, _, _) =>
        {
            handled.Enqueue(job);
            return Task.CompletedTask;
        });
        var job = PipelineHost.NewJob();
        await host.PublishAsync(job);
        await host.SettleAsync("plain");
        Assert.Equal([job], handled);
        Assert.Equal(1, host.Consumer.Handled);
        Assert.Equal(0, host.Consumer.Retried);
    }

    [Fact]
    public async Task A_failed_message_comes_again_until_it_succeeds()
    {
        var deliveries = new ConcurrentQueue<int>();
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, context, _) =>
        {
            deliveries.Enqueue(context.DeliveryCount);
            return context.DeliveryCount < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("plain");
        Assert.Equal([1, 2, 3], deliveries);
        Assert.Equal((1, 2, 0), (host.Consumer.Handled, host.Consumer.Retried, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task The_last_failed_delivery_is_copied_to_the_dead_letters_with_all_that_is_known()
    {
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, _, _) =>
            throw new InvalidOperationException("broken\r\nover two lines"));
        var job = PipelineHost.NewJob();
        var receipt = await host.PublishAsync(job);
        await host.SettleAsync("plain");
        var copy = Assert.Single(await host.ReadAsync("PIPE_DLQ"));
        Assert.Equal("dlq.PIPE.plain", copy.Subject);
        Assert.Equal(MessageSerializer.SerializeToArray(job), copy.Payload.ToArray());
        Assert.NotEqual($"pipe.job/v1:{job.Id}", copy.MessageId);
        Assert.Equal("pipe.eu.job.v1", copy.Headers![HeaderRules.OriginalSubject]);
        Assert.Equal("PIPE", copy.Headers[HeaderRules.OriginalStream]);
        Assert.Equal($"{receipt.Sequence}", copy.Headers[HeaderRules.OriginalSequence]);
        Assert.Equal("plain", copy.Headers[HeaderRules.Consumer]);
        Assert.Equal("3", copy.Headers[HeaderRules.Deliveries]);
        Assert.Equal("System.InvalidOperationException", copy.Headers[HeaderRules.Exception]);
        Assert.Contains("broken  over two lines", copy.Headers[HeaderRules.Reason], StringComparison.Ordinal);
        Assert.Equal((0, 2, 1), (host.Consumer.Handled, host.Consumer.Retried, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task DeadLetterException_gives_up_at_the_first_delivery()
    {
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, _, _) => throw new DeadLetterException("no such customer"));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("plain");
        var copy = Assert.Single(await host.ReadAsync("PIPE_DLQ"));
        Assert.Equal("no such customer", copy.Headers![HeaderRules.Reason]);
        Assert.Equal("1", copy.Headers[HeaderRules.Deliveries]);
    }

    [Fact]
    public async Task RetryException_chooses_the_delay()
    {
        var delivered = new ConcurrentQueue<DateTimeOffset>();
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, context, _) =>
        {
            delivered.Enqueue(DateTimeOffset.UtcNow);
            return context.DeliveryCount == 1 ? throw new RetryException(TimeSpan.FromSeconds(1)) : Task.CompletedTask;
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("plain");
        var times = delivered.ToArray();
        Assert.Equal(2, times.Length);
        Assert.True(times[1] - times[0] >= TimeSpan.FromMilliseconds(900), $"{times[1] - times[0]}");
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_quarantined_as_it_came_and_its_neighbours_are_handled()
    {
        await using var host = await PipelineHost.StartAsync("plain");
        byte[] garbage = [0xc1, 0x00, 0xff];
        await host.PublishAsync(PipelineHost.NewJob());
        await host.PublishBytesAsync("pipe.eu.job.v1", garbage);
        await host.PublishBytesAsync("pipe.eu.job.v1", []);
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("plain");
        var copies = await host.ReadAsync("PIPE_QUARANTINE");
        Assert.Equal([garbage, Array.Empty<byte>()], copies.Select(copy => copy.Payload.ToArray()));
        Assert.All(copies, copy => Assert.Contains("pipe.job/v1", copy.Headers![HeaderRules.Reason], StringComparison.Ordinal));
        Assert.Equal((2, 2, 0), (host.Consumer.Handled, host.Consumer.Quarantined, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task A_message_without_headers_from_a_stranger_is_handled()
    {
        string? id = null;
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, context, _) =>
        {
            id = context.MessageId;
            return Task.CompletedTask;
        });
        var receipt = await host.PublishBytesAsync("pipe.eu.job.v1", MessageSerializer.SerializeToArray(PipelineHost.NewJob()));
        await host.SettleAsync("plain");
        Assert.Equal($"PIPE:{receipt.Sequence}", id);
        Assert.Equal(1, host.Consumer.Handled);
    }

    [Fact]
    public async Task A_message_is_kept_when_its_dead_letter_copy_cannot_be_stored()
    {
        await using var host = await PipelineHost.StartAsync(
            "plain",
            b => b.OnJob = (_, _, _) => throw new DeadLetterException("broken"),
            messaging => FlakyTransport.Use(messaging, (subject, _) => subject.StartsWith("dlq.", StringComparison.Ordinal)));
        await host.PublishAsync(PipelineHost.NewJob());
        await PipelineHost.UntilAsync(() => host.Consumer.Retried > 0);
        Assert.Empty(await host.ReadAsync("PIPE_DLQ"));
        Assert.Equal(0, host.Consumer.DeadLettered);
        var state = await host.Transport.GetConsumerStateAsync("PIPE", "plain", CancellationToken.None);
        Assert.Equal(1UL, state.AckPending);
    }
}
