namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>What an exception means decides what becomes of the message.</summary>
public sealed class ClassificationTests
{
    [Fact]
    public async Task An_exception_to_be_dead_lettered_is_at_its_first_delivery()
    {
        await using var host = await StartAsync("classified", _ => throw new ArgumentException("no such region"));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("classified");
        var copy = Assert.Single(await host.ReadAsync("PIPE_DLQ"));
        Assert.Equal("1", copy.Headers![HeaderRules.Deliveries]);
        Assert.Equal("no such region", copy.Headers[HeaderRules.Reason]);
        Assert.Equal((0, 1), (host.Consumer.Retried, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task The_most_derived_rule_counts_and_an_ignored_message_is_done_with_and_counted()
    {
        await using var host = await StartAsync("classified", _ => throw new ArgumentNullException("job"));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("classified");
        Assert.Empty(await host.ReadAsync("PIPE_DLQ"));
        Assert.Equal((1, 1, 0, 0, 0), (host.Consumer.Received, host.Consumer.Ignored, host.Consumer.Handled, host.Consumer.Retried, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task An_exception_to_be_retried_is_dead_lettered_at_the_last_delivery()
    {
        await using var host = await StartAsync("classified", _ => throw new ArgumentOutOfRangeException("job"));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("classified");
        Assert.Equal("3", Assert.Single(await host.ReadAsync("PIPE_DLQ")).Headers![HeaderRules.Deliveries]);
    }

    [Fact]
    public async Task The_rules_of_the_class_are_for_its_handlers()
    {
        await using var host = await StartAsync("classified", _ => throw new FormatException("broken"));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("classified");
        Assert.Equal((0, 1), (host.Consumer.Retried, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task The_service_is_asked_about_what_no_rule_fits_and_chooses_delays()
    {
        var asked = new List<string>();
        await using var host = await StartAsync(
            "classified",
            context => throw (context.DeliveryCount == 1 ? new InvalidOperationException("unknown") : new ArgumentException("known")),
            messaging => messaging.Options.ClassifyException = (exception, context) =>
            {
                asked.Add($"{exception.Message} on {context.Subject}");
                return FailureResponse.RetryAfter(TimeSpan.FromMilliseconds(1));
            });
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("classified");
        Assert.Equal(["unknown on pipe.eu.job.v1"], asked);
        Assert.Equal((1, 1), (host.Consumer.Retried, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task A_classifier_that_fails_costs_no_message()
    {
        await using var host = await StartAsync(
            "classified",
            context => context.DeliveryCount == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask,
            messaging => messaging.Options.ClassifyException = (_, _) => throw new InvalidOperationException("the classifier"));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("classified");
        Assert.Equal((1, 1), (host.Consumer.Retried, host.Consumer.Handled));
    }

    [Fact]
    public async Task What_one_handler_ignores_another_still_gets()
    {
        var second = 0;
        await using var host = await StartAsync("pair", _ =>
        {
            second++;
            return Task.CompletedTask;
        });
        await host.PublishAsync(PipelineHost.NewJob(size: 1));
        await host.SettleAsync("pair");
        Assert.Equal(1, second);
        Assert.Equal((1, 0), (host.Consumer.Handled, host.Consumer.Ignored));
    }

    [Fact]
    public async Task Each_handler_of_a_consumer_has_its_own_rules()
    {
        await using var host = await StartAsync("pair", _ => throw new TimeoutException("the second minds"));
        await host.PublishAsync(PipelineHost.NewJob(size: 1));
        await host.SettleAsync("pair");
        Assert.Equal("the second minds", Assert.Single(await host.ReadAsync("PIPE_DLQ")).Headers![HeaderRules.Reason]);
        Assert.Equal(1, host.Consumer.DeadLettered);
    }

    private static Task<PipelineHost> StartAsync(string consumer, Func<MessageContext, Task> handle, Action<MessagingBuilder>? configure = null) =>
        PipelineHost.StartAsync(consumer, behaviour => behaviour.OnJob = (_, context, _) => handle(context), configure);
}
