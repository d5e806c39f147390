using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Testing.Tests;

public sealed class RecordingTests
{
    [Fact]
    public async Task Published_and_handled_messages_are_there_with_their_contexts()
    {
        await using var host = await ShopHost.StartAsync();

        var receipt = await host.PublishAsync(new Ordered { Number = 7, Region = "us" });
        await host.WaitUntilIdleAsync();

        var published = Assert.Single(host.Published<Ordered>());
        Assert.Equal((7, "shop.us.ordered.v1", "shop.ordered/v1:7", receipt), (published.Message.Number, published.Subject, published.MessageId, published.Receipt));
        var handled = Assert.Single(host.Handled<Paid>("shipping"));
        Assert.Equal((7, "shipping", 1), (handled.Message.Number, handled.Context.Consumer, handled.Context.DeliveryCount));
        Assert.Equal("shop.ordered/v1:7", handled.Context.CausationId);
        Assert.Empty(host.Handled<Paid>("billing"));
        Assert.Empty(host.Failed<Paid>());
    }

    [Fact]
    public async Task What_a_stream_drops_as_a_copy_is_not_published()
    {
        await using var host = await ShopHost.StartAsync();

        await host.PublishAsync(new Ordered { Number = 7 });
        var copy = await host.PublishAsync(new Ordered { Number = 7 });

        Assert.True(copy.Duplicate);
        Assert.Single(host.Published<Ordered>());
    }

    [Fact]
    public async Task Failures_and_dead_letters_are_there_with_their_exceptions()
    {
        await using var host = await ShopHost.StartAsync(behaviour => behaviour.OnOrder = (number, _, _) => throw new InvalidOperationException($"No {number}."));

        await host.PublishAsync(new Ordered { Number = 7 });
        await host.WaitUntilIdleAsync();

        Assert.Equal([1, 2, 3, 4], host.Failed<Ordered>("billing").Select(failed => failed.Context.DeliveryCount));
        var dead = Assert.Single(host.DeadLettered<Ordered>());
        Assert.Equal((7, "billing", 4), (dead.Message.Number, dead.Consumer, dead.Deliveries));
        Assert.Contains("No 7.", dead.Reason, StringComparison.Ordinal);
        Assert.Equal("No 7.", Assert.IsType<InvalidOperationException>(dead.Exception).Message);
        Assert.Empty(host.Published<Paid>());
        Assert.Empty(host.DeadLettered<Ordered>("shipping"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_quarantined()
    {
        await using var host = await ShopHost.StartAsync();

        await host.Services.GetRequiredService<ITransport>()
            .PublishAsync(new OutgoingBytes("shop.eu.ordered.v1", null, null, "nonsense"u8.ToArray()), CancellationToken.None);
        await host.WaitUntilIdleAsync();

        var quarantined = Assert.Single(host.Quarantined());
        Assert.Equal(("shop.eu.ordered.v1", "billing"), (quarantined.Subject, quarantined.Consumer));
        Assert.Equal("nonsense"u8.ToArray(), quarantined.Payload.ToArray());
    }

    [Fact]
    public async Task Requests_are_answered()
    {
        await using var host = await ShopHost.StartAsync();

        Assert.Equal(300, (await host.RequestAsync<AskPrice, Price>(new AskPrice(3))).Cents);
    }

    [Fact]
    public async Task A_request_does_not_run_into_its_deadline_because_its_handler_takes_real_time()
    {
        await using var host = await ShopHost.StartAsync(behaviour => behaviour.OnPrice = async (_, ct) =>
        {
            await Task.Delay(500, ct);
            return 1;
        });

        Assert.Equal(1, (await host.RequestAsync<AskPrice, Price>(new AskPrice(3))).Cents);
    }
}
