using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Nats.Tests.Publishing;

/// <summary>Acknowledgements that do not come, or come too late.</summary>
public class LostAcknowledgementTests : NatsServerTest
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    private TcpProxy _network = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _network = Own(new TcpProxy(Server.Port));
    }

    [Fact]
    public async Task A_lost_acknowledgement_is_a_timeout_and_a_retry_with_the_same_id_stores_no_copy()
    {
        var transport = await ConnectThroughAsync(options => options.PublishTimeout = Short);
        _network.Silence();

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(transport, "s.a", "x", "once"));
        _network.Speak();

        Assert.Equal(PublishFailure.Timeout, exception.Failure);
        Assert.True(exception.IsTransient);
        Assert.Equal(new PublishReceipt("S", 1, true), await PublishAsync(transport, "s.a", "x", "once"));
    }

    [Fact]
    public async Task A_late_acknowledgement_is_not_taken_for_that_of_a_later_message()
    {
        // One place in the window: each publish would wait on the reply subject of the one before it.
        var transport = await ConnectThroughAsync(options =>
        {
            options.PublishTimeout = Short;
            options.PublishWindow = 1;
        });
        for (ulong sequence = 1; sequence <= 4; sequence += 2)
        {
            _network.Silence();
            await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(transport, "s.a", "late"));

            // Sent behind the first one; the acknowledgements of both arrive together.
            var second = PublishAsync(transport, "s.a", "second");
            await UntilAsync(async () => (await JetStream.GetStreamAsync("S")).Info.State.LastSeq == sequence + 1, "both are stored");
            _network.Speak();

            Assert.Equal(new PublishReceipt("S", sequence + 1, false), await second);
        }
    }

    [Fact]
    public async Task A_cancelled_publish_ends_at_once_and_its_place_is_used_again()
    {
        var transport = await ConnectThroughAsync(options =>
        {
            options.PublishTimeout = Patience;
            options.PublishWindow = 1;
        });
        using var cancellation = new CancellationTokenSource();
        _network.Silence();
        var sent = transport.PublishAsync(Message("s.a", "sent"), cancellation.Token);
        var waiting = transport.PublishAsync(Message("s.a", "waiting"), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sent);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        _network.Speak();
        Assert.Equal(new PublishReceipt("S", 2, false), await PublishAsync(transport, "s.a", "next"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await transport.PublishAsync(Message("s.a", "never"), cancellation.Token));
        Assert.Equal(2UL, (await transport.GetStreamStateAsync("S", CancellationToken.None)).Messages);
    }

    [Fact]
    public async Task What_was_in_flight_when_the_connection_broke_fails_long_before_its_timeout()
    {
        var transport = await ConnectThroughAsync(options => options.PublishTimeout = TimeSpan.FromMinutes(10));
        _network.Silence();
        var inFlight = PublishAsync(transport, "s.a", "x", "once").AsTask();
        await UntilAsync(async () => (await JetStream.GetStreamAsync("S")).Info.State.LastSeq == 1, "the message is stored");

        _network.Cut();

        var exception = await Assert.ThrowsAsync<PublishException>(() => inFlight.WaitAsync(Patience));
        Assert.Equal(PublishFailure.Timeout, exception.Failure);
        Assert.True(exception.IsTransient);
        _network.Speak();
        Assert.Equal(new PublishReceipt("S", 1, true), await PublishAsync(transport, "s.a", "x", "once"));
    }

    [Fact]
    public async Task A_publish_without_a_connection_waits_for_one()
    {
        var transport = await ConnectAsync(options => options.PublishTimeout = Patience);
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));
        Server.Kill();
        await UntilAsync(() => !transport.IsConnected, "the loss is noticed");

        var publish = PublishAsync(transport, "s.a", "x", "once");
        await Server.RestartAsync();

        Assert.Equal(new PublishReceipt("S", 1, false), await publish);
    }

    [Fact]
    public async Task Without_a_connection_a_publish_times_out_and_so_do_those_behind_it()
    {
        var transport = await ConnectAsync(options =>
        {
            options.PublishTimeout = Short;
            options.PublishWindow = 2;
        });
        Server.Kill();
        await UntilAsync(() => !transport.IsConnected, "the loss is noticed");

        var publishes = Enumerable.Range(0, 20).Select(i => PublishAsync(transport, "s.a", "x").AsTask()).ToArray();

        foreach (var publish in publishes)
        {
            var exception = await Assert.ThrowsAsync<PublishException>(() => publish.WaitAsync(Patience));
            Assert.Equal(PublishFailure.Timeout, exception.Failure);
            Assert.Contains("connection", exception.Message, StringComparison.Ordinal);
        }
    }

    private async Task<NatsTransport> ConnectThroughAsync(Action<NatsOptions> configure)
    {
        var transport = await ConnectAsync(options =>
        {
            options.Urls.Clear();
            options.Urls.Add(_network.Url);
            configure(options);
        });
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));
        return transport;
    }
}
