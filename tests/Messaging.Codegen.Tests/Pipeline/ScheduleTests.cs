using Messaging.Codegen.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Messaging.Codegen.Tests.Pipeline;

public sealed class ScheduleTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_scheduled_message_arrives_as_it_was_sent_when_the_clock_says_so()
    {
        await using var host = await StartAsync();
        var publisher = host.Services.GetRequiredService<IPublisher<JobDone>>();
        var options = new PublishOptions { MessageId = "mine", CorrelationId = "talk", Headers = new Dictionary<string, string> { ["Note"] = "n" } };

        var receipt = await publisher.ScheduleAsync(new JobDone(Guid.Empty, "later"), TimeSpan.FromHours(2), options);

        Assert.Equal(("OUT", "mine", _time.GetUtcNow().AddHours(2), false), (receipt.Stream, receipt.MessageId, receipt.DueAt, receipt.Duplicate));
        _time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.StartsWith("schedule.OUT.", Assert.Single(await host.ReadAsync("OUT")).Subject, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        var stored = Assert.Single(await host.ReadAsync("OUT"));
        Assert.Equal("out.done.v1", stored.Subject);
        Assert.Equal(
            ("mine", "talk", "n"),
            (stored.Headers![HeaderRules.OriginalMessageId], stored.Headers[HeaderRules.CorrelationId], stored.Headers["Note"]));
        Assert.Equal("later", MessageSerializer.Deserialize<JobDone>(stored.Payload).Step);
        Assert.False(await publisher.CancelScheduledAsync(receipt));
    }

    [Fact]
    public async Task Both_versions_are_scheduled_and_taken_back()
    {
        await using var host = await StartAsync();
        var publisher = host.Services.GetRequiredService<IPublisher<ReportV2>>();
        var receipt = await publisher.ScheduleAsync(new ReportV2(1, "a"), TimeSpan.FromHours(1));
        var other = await publisher.ScheduleAsync(new ReportV2(2, "b"), TimeSpan.FromHours(1));
        Assert.Equal(("out.report/v2:1", "out.report/v1:1"), (receipt.MessageId, Assert.Single(receipt.Copies).MessageId));

        Assert.True(await publisher.CancelScheduledAsync(receipt));
        Assert.False(await publisher.CancelScheduledAsync(receipt));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["out.report.v1", "out.report.v2"], (await host.ReadAsync("OUT")).Select(static message => message.Subject).Order());
        Assert.False(await publisher.CancelScheduledAsync(other));
    }

    [Fact]
    public async Task A_cancelled_message_never_arrives()
    {
        await using var host = await StartAsync();
        var publisher = host.Services.GetRequiredService<IPublisher<JobDone>>();
        var receipt = await publisher.ScheduleAsync(new JobDone(Guid.Empty, "never"), _time.GetUtcNow().AddDays(1));

        Assert.True(await publisher.CancelScheduledAsync(receipt));

        Assert.False(await publisher.CancelScheduledAsync(receipt));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await host.ReadAsync("OUT"));
    }

    [Fact]
    public async Task What_a_handler_schedules_a_second_delivery_does_not_double()
    {
        var runs = 0;
        await using var host = await StartAsync("plain", behaviour => behaviour.OnJob = async (job, context, cancellationToken) =>
        {
            await context.ScheduleAsync(new JobDone(job.Id, "reminder"), _time.GetUtcNow().AddHours(1), cancellationToken);
            if (Interlocked.Increment(ref runs) == 1)
            {
                throw new RetryException(TimeSpan.Zero);
            }
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("plain");
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, runs);
        Assert.Equal("out.done.v1", Assert.Single(await host.ReadAsync("OUT")).Subject);
    }

    [Fact]
    public async Task A_stream_that_does_not_allow_it_and_an_expected_state_are_refused()
    {
        await using var host = await StartAsync();
        var jobs = host.Services.GetRequiredService<IPublisher<Job>>();
        var refusal = await Assert.ThrowsAsync<PublishException>(async () => await jobs.ScheduleAsync(PipelineHost.NewJob(), TimeSpan.FromHours(1)));
        Assert.Contains("AllowSchedules = true", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await jobs.ScheduleAsync(
            PipelineHost.NewJob(), TimeSpan.FromHours(1), new PublishOptions { ExpectedLastSequence = 1 }));
    }

    private Task<PipelineHost> StartAsync(string consumer = "none", Action<Behaviour>? behave = null) =>
        PipelineHost.StartAsync(consumer, behave, messaging =>
        {
            messaging.Services.AddSingleton<TimeProvider>(_time);
            messaging.UseInMemory();
        });
}
