using Messaging.Codegen.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Tests.Handlers;

/// <summary>Emitted stubs at work, over the in-memory transport.</summary>
public sealed class HandlerTests
{
    [Theory]
    [InlineData("void")]
    [InlineData("task")]
    [InlineData("value-task")]
    [InlineData("chosen")]
    [InlineData("nested")]
    public async Task A_handler_that_returns_nothing_is_called(string name)
    {
        await using var host = await StartAsync("shape-" + name);
        var asked = new Asked(Guid.NewGuid());
        await PublishAsync(host, asked);
        Assert.Equal([$"{name} {asked.Id}"], ProbeOf(host).Notes);
        Assert.Single(await host.ReadAsync("SHAPES"));
    }

    [Theory]
    [InlineData("message", Level.Low, "message probe")]
    [InlineData("message-later", Level.Low, "message later")]
    [InlineData("maybe", Level.Low)]
    [InlineData("maybe", Level.High, "maybe")]
    [InlineData("struct", Level.Low, "1")]
    [InlineData("maybe-struct", Level.Low)]
    [InlineData("maybe-struct", Level.High, "2")]
    [InlineData("sequence", Level.Low, "first", "second")]
    [InlineData("list", Level.Low)]
    [InlineData("list", Level.High, "in a list")]
    [InlineData("array", Level.Low, "3", "4")]
    [InlineData("set", Level.Low, "in a set")]
    [InlineData("stream", Level.Low, "now", "later")]
    [InlineData("tuple", Level.Low, "one of three", "three of three")]
    [InlineData("tuple", Level.High, "one of three", "5", "three of three")]
    [InlineData("static", Level.Low, "static")]
    [InlineData("batch", Level.Low, "batch probe")]
    public async Task What_a_handler_returns_is_published(string name, Level level, params string[] expected)
    {
        await using var host = await StartAsync("shape-" + name);
        await PublishAsync(host, new Asked(Guid.NewGuid(), Level: level));
        var published = (await host.ReadAsync("SHAPES")).Skip(1).Select(static message => message.Subject switch
        {
            "shape.told.v1" => MessageSerializer.Deserialize<Told>(message.Payload).By,
            "shape.counted.v1" => MessageSerializer.Deserialize<Counted>(message.Payload).Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            var other => other,
        });
        Assert.Equal(expected, published);
        Assert.Equal(1, host.Consumer.Handled);
    }

    [Fact]
    public async Task A_handler_answers_a_request()
    {
        await using var host = await StartAsync("shape-responder");
        var client = host.Services.GetRequiredService<IRequestClient<Double, Doubled>>();
        Assert.Equal(new Doubled(42), await client.RequestAsync(new Double(21), PipelineHost.Patience));
    }

    [Fact]
    public async Task A_constructor_gets_services_keyed_optional_and_scoped_ones()
    {
        await using var host = await StartAsync("shape-constructor");
        await PublishAsync(host, new Asked(Guid.NewGuid()));
        Assert.Equal("eu True True 7 1 True", ProbeOf(host).Notes.First());
    }

    [Fact]
    public async Task A_method_gets_services_too()
    {
        await using var host = await StartAsync("shape-static-services");
        await PublishAsync(host, new Asked(Guid.NewGuid()));
        Assert.Equal(["eu True default True shape-static-services True"], ProbeOf(host).Notes);
    }

    [Fact]
    public async Task Each_delivery_has_a_handler_and_a_scope_of_its_own_which_end_with_it()
    {
        await using var host = await StartAsync("shape-scope");
        await PublishAsync(host, new Asked(Guid.NewGuid()));
        await PublishAsync(host, new Asked(Guid.NewGuid()));
        await PipelineHost.UntilAsync(() => ProbeOf(host).Notes.Count == 6);
        var notes = ProbeOf(host).Notes.ToList();
        var visits = notes.Where(static note => note.StartsWith("visited ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, visits.Distinct().Count());
        Assert.Equal(["visited", "disposed", "left", "visited", "disposed", "left"], notes.Select(static note => note.Split(' ')[0]));
        Assert.Equal(visits.Select(static visit => visit.Replace("visited", "left", StringComparison.Ordinal)), notes.Where(static note => note.StartsWith("left ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_application_may_register_a_handler_itself()
    {
        var own = new Probe("own");
        await using var host = await StartAsync("shape-message", services => services.AddSingleton(new ReturningHandlers(own)));
        await PublishAsync(host, new Asked(Guid.NewGuid()));
        Assert.Equal("message own", MessageSerializer.Deserialize<Told>((await host.ReadAsync("SHAPES"))[1].Payload).By);
    }

    [Theory]
    [InlineData("anywhere", Level.High, "high")]
    [InlineData("eu", Level.High, "high")]
    [InlineData("eu", Level.Low, "low in places")]
    [InlineData("a.b *>%ü", Level.Low, "low in places")]
    [InlineData("", Level.Low, "low in places")]
    [InlineData("us", Level.Low)]
    [InlineData("EU", Level.Low)]
    public async Task One_consumer_has_several_filters(string region, Level level, params string[] expected)
    {
        await using var host = await StartAsync("shape-shared");
        var asked = new Asked(Guid.NewGuid(), region, level);
        await host.Services.GetRequiredService<IPublisher<Told>>().PublishAsync(new Told("a test"));
        await PublishAsync(host, asked);
        Assert.Equal(["told by a test", .. expected.Select(note => $"{note} {asked.Id}")], ProbeOf(host).Notes);
    }

    [Fact]
    public async Task A_content_filter_leaves_messages_out()
    {
        await using var host = await StartAsync("shape-filtered");
        var wanted = new Asked(Guid.NewGuid(), "wanted");
        await PublishAsync(host, new Asked(Guid.NewGuid(), "unwanted"));
        await PublishAsync(host, wanted);
        Assert.Equal([$"wanted {wanted.Id}"], ProbeOf(host).Notes);
    }

    private static Task<PipelineHost> StartAsync(string consumer, Action<IServiceCollection>? register = null) =>
        PipelineHost.StartAsync(consumer, configure: messaging =>
        {
            messaging.Services.AddSingleton(new Probe());
            messaging.Services.AddKeyedSingleton("eu", new Probe("eu"));
            messaging.Services.AddScoped<Visit>();
            register?.Invoke(messaging.Services);
        });

    private static Probe ProbeOf(PipelineHost host) => host.Services.GetRequiredService<Probe>();

    private static async Task PublishAsync(PipelineHost host, Asked asked)
    {
        await host.Services.GetRequiredService<IPublisher<Asked>>().PublishAsync(asked);
        await host.SettleAsync(host.Consumer.Consumer, "SHAPES");
    }
}
