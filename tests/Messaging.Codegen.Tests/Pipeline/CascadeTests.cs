namespace Messaging.Codegen.Tests.Pipeline;

public sealed class CascadeTests
{
    [Fact]
    public async Task Returned_messages_are_published_and_carry_the_conversation_on()
    {
        await using var host = await PipelineHost.StartAsync(
            "producer", b => b.Produce = (job, _) => [new(job.Id, "first"), new(job.Id, "second")]);
        var job = PipelineHost.NewJob();
        await host.PublishAsync(job);
        await host.SettleAsync("producer");
        var done = await host.ReadAsync("OUT");
        Assert.Equal(["first", "second"], done.Select(message => MessageSerializer.Deserialize<JobDone>(message.Payload).Step));
        Assert.All(done, message => Assert.Equal($"pipe.job/v1:{job.Id}", message.Headers![HeaderRules.CausationId]));
        Assert.All(done, message => Assert.Equal($"pipe.job/v1:{job.Id}", message.Headers![HeaderRules.CorrelationId]));
    }

    [Fact]
    public async Task A_second_delivery_publishes_nothing_twice()
    {
        await using var host = await PipelineHost.StartAsync(
            "producer",
            b => b.Produce = (job, _) => [new(job.Id, "first"), new(job.Id, "second")],
            messaging => messaging.AddFilter(ActionFilter.CrashBeforeFirstAck()));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("producer");
        Assert.Equal(2, (await host.ReadAsync("OUT")).Count);
        Assert.Equal((4, 2), (host.Counters.Published - 1, host.Counters.PublishDuplicates));
    }

    [Fact]
    public async Task A_message_is_not_acknowledged_before_what_it_causes_is_stored()
    {
        await using var host = await PipelineHost.StartAsync(
            "producer",
            b => b.Produce = (job, _) => [new(job.Id, "only")],
            messaging => FlakyTransport.Use(messaging, (subject, tries) => subject.StartsWith("out.", StringComparison.Ordinal) && tries <= 3));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("producer");
        Assert.Single(await host.ReadAsync("OUT"));
        Assert.Equal((1, 1), (host.Consumer.Retried, host.Consumer.Handled));
    }
}
