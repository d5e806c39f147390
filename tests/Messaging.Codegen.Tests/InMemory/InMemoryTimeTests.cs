using Messaging.Codegen.Conformance;
using Messaging.Codegen.InMemory;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Time.Testing;

namespace Messaging.Codegen.Tests.InMemory;

/// <summary>To the millisecond, what the conformance suite can only ask of any broker within bounds.</summary>
public sealed class InMemoryTimeTests : IAsyncDisposable
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan AckWait = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly RecordingTimeProvider _timers;
    private readonly InMemoryBroker _broker;
    private readonly InMemoryTransport _transport;

    public InMemoryTimeTests()
    {
        _timers = new RecordingTimeProvider(_time);
        _broker = new InMemoryBroker(new InMemoryOptions { TimeProvider = _timers });
        _transport = new InMemoryTransport(_broker);
    }

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        _broker.Dispose();
    }

    [Fact]
    public async Task The_ack_wait_ends_when_it_is_over_and_progress_starts_it_anew()
    {
        var sink = await ConsumeAsync();
        await PublishAsync();
        var first = await sink.NextAsync();

        _time.Advance(AckWait - Millisecond);
        await sink.Consumer.ProgressAsync(first.Delivery, CancellationToken.None);
        _time.Advance(AckWait - Millisecond);
        await AssertStateAsync(new ConsumerState(0, 1, 0, 0));
        await sink.ExpectNothingAsync();

        _time.Advance(Millisecond);
        Assert.Equal(2, (await sink.NextAsync()).Count);
    }

    [Fact]
    public async Task A_delay_ends_when_it_is_over()
    {
        var sink = await ConsumeAsync();
        await PublishAsync();
        await sink.NakAsync(await sink.NextAsync(), TimeSpan.FromHours(3));

        _time.Advance(TimeSpan.FromHours(3) - Millisecond);
        await sink.ExpectNothingAsync();

        _time.Advance(Millisecond);
        Assert.Equal(2, (await sink.NextAsync()).Count);
    }

    [Fact]
    public async Task What_is_due_at_the_same_time_comes_in_the_order_of_the_stream()
    {
        var sink = await ConsumeAsync();
        await PublishAsync();
        await PublishAsync();
        await PublishAsync();
        var received = await sink.NextAsync(3);
        await sink.NakAsync(received[2], TimeSpan.FromSeconds(1));
        await sink.NakAsync(received[0], TimeSpan.FromSeconds(3));
        await sink.NakAsync(received[1], TimeSpan.FromSeconds(2));

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([1UL, 2UL, 3UL], (await sink.NextAsync(3)).Select(message => message.Delivery.Sequence));
    }

    [Fact]
    public async Task The_window_for_copies_ends_when_it_is_over()
    {
        await ProvisionAsync();
        await PublishAsync("id");

        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await PublishAsync("id")).Duplicate);

        _time.Advance(Millisecond);
        Assert.False((await PublishAsync("id")).Duplicate);
    }

    [Fact]
    public async Task An_old_message_goes_when_its_age_is_reached()
    {
        await ProvisionAsync(maxAge: TimeSpan.FromMinutes(10));
        await PublishAsync();
        _time.Advance(TimeSpan.FromMinutes(4));
        await PublishAsync();

        _time.Advance(TimeSpan.FromMinutes(6) - Millisecond);
        Assert.Equal(new StreamState(2, 1, 2), await StreamStateAsync());

        _time.Advance(Millisecond);
        Assert.Equal(new StreamState(1, 2, 2), await StreamStateAsync());

        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(new StreamState(0, 3, 2), await StreamStateAsync());
    }

    [Fact]
    public async Task A_message_with_an_age_of_its_own_goes_when_that_is_reached()
    {
        await ProvisionAsync();
        await PublishAsync();
        await _transport.PublishAsync(
            new OutgoingBytes("s", null, null, default, new PublishTerms { TimeToLive = TimeSpan.FromMinutes(10) }), CancellationToken.None);

        _time.Advance(TimeSpan.FromMinutes(10) - Millisecond);
        Assert.Equal(2UL, (await StreamStateAsync()).Messages);

        _time.Advance(Millisecond);
        Assert.Equal(new StreamState(1, 1, 2), await StreamStateAsync());
        Assert.False(_timers.IsArmed);
    }

    [Fact]
    public async Task A_delay_of_months_outlives_the_longest_timer()
    {
        var sink = await ConsumeAsync();
        await PublishAsync();
        await sink.NakAsync(await sink.NextAsync(), TimeSpan.FromDays(100));

        for (var day = 1; day < 100; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
        }

        await sink.ExpectNothingAsync();
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await sink.NextAsync()).Count);
    }

    [Fact]
    public async Task A_change_of_the_wall_clock_moves_no_deadline()
    {
        var sink = await ConsumeAsync();
        await PublishAsync();
        var first = await sink.NextAsync();

        _timers.WallClockOffset = TimeSpan.FromDays(-365);
        await PublishAsync();

        Assert.Equal(first.Delivery.Timestamp.AddDays(-365), (await sink.NextAsync()).Delivery.Timestamp);
        _time.Advance(AckWait);
        Assert.Equal([2, 2], (await sink.NextAsync(2)).Select(message => message.Count));
    }

    [Fact]
    public async Task An_idle_broker_runs_no_timer()
    {
        var sink = await ConsumeAsync();
        Assert.False(_timers.IsArmed);

        await PublishAsync();
        var message = await sink.NextAsync();
        Assert.True(_timers.IsArmed);

        await sink.AckAsync(message);
        _time.Advance(AckWait);
        Assert.False(_timers.IsArmed);
        Assert.Equal(1, _timers.Created);
    }

    [Fact]
    public async Task Ack_waits_end_on_the_systems_clock_too()
    {
        using var broker = new InMemoryBroker();
        await using var transport = new InMemoryTransport(broker);
        await transport.ConnectAsync(CancellationToken.None);
        var definition = new ConsumerDefinition("S", "c", []) { AckWait = TimeSpan.FromMilliseconds(50) };
        await transport.ProvisionAsync([new("S", ["s"])], [definition], Provision.Create, CancellationToken.None);
        var sink = await TestConsumer.StartAsync(transport, definition, new Waiting(new InMemoryFixture()));
        await transport.PublishAsync(new OutgoingBytes("s", null, null, default), CancellationToken.None);

        Assert.Equal([1, 2, 3], (await sink.NextAsync(3)).Select(message => message.Count));

        await sink.NakAsync(sink.All.Last(), TimeSpan.FromMilliseconds(30));
        Assert.Equal(4, (await sink.NextAsync()).Count);
    }

    private async Task ProvisionAsync(TimeSpan? maxAge = null)
    {
        await _transport.ConnectAsync(CancellationToken.None);
        await _transport.ProvisionAsync([new("S", ["s"]) { MaxAge = maxAge, AllowMessageTtl = true }], [], Provision.Create, CancellationToken.None);
    }

    private async Task<TestConsumer> ConsumeAsync()
    {
        await ProvisionAsync();
        return await TestConsumer.StartAsync(
            _transport, new ConsumerDefinition("S", "c", []) { AckWait = AckWait }, new Waiting(new InMemoryFixture()));
    }

    private ValueTask<PublishReceipt> PublishAsync(string? id = null) =>
        _transport.PublishAsync(new OutgoingBytes("s", id, null, default), CancellationToken.None);

    private ValueTask<StreamState> StreamStateAsync() => _transport.GetStreamStateAsync("S", CancellationToken.None);

    private async Task AssertStateAsync(ConsumerState expected) =>
        Assert.Equal(expected, await _transport.GetConsumerStateAsync("S", "c", CancellationToken.None));
}
