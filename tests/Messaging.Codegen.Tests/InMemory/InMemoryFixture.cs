using Messaging.Codegen.Conformance;
using Messaging.Codegen.InMemory;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Time.Testing;

namespace Messaging.Codegen.Tests.InMemory;

public sealed class InMemoryFixture : TransportFixture
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly InMemoryBroker _broker;

    public InMemoryFixture() => _broker = new InMemoryBroker(new InMemoryOptions { TimeProvider = _time });

    public override Capabilities Capabilities =>
        Capabilities.Deduplication | Capabilities.Limits | Capabilities.Retention | Capabilities.StoredMessages
            | Capabilities.MessageTtl | Capabilities.ExpectedState | Capabilities.ConsumerPause
            | Capabilities.AtomicBatches | Capabilities.Schedules;

    public override int MaxPayload => InMemoryOptions.DefaultMaxPayload;

    public override TimeProvider Time => _time;

    public override ITransport CreateTransport() => new InMemoryTransport(_broker);

    public override ValueTask KillAsync(ITransport transport) => transport.DisposeAsync();

    public override async Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);

        // Lets the dispatch loops run before more time passes.
        await Task.Delay(1);
    }

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync()
    {
        _broker.Dispose();
        return Task.CompletedTask;
    }
}
