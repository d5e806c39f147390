using Messaging.Codegen.InMemory;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Messaging.Codegen.Tests.InMemory;

public sealed class UseInMemoryTests
{
    [Fact]
    public async Task The_transport_runs_on_the_applications_time()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddMessaging(messaging => messaging.UseInMemory())
            .BuildServiceProvider();

        var transport = services.GetRequiredService<ITransport>();
        await transport.ConnectAsync(CancellationToken.None);
        await transport.ProvisionAsync([new("S", ["s"])], [], Provision.Create, CancellationToken.None);
        await transport.PublishAsync(new OutgoingBytes("s", null, null, default), CancellationToken.None);

        Assert.Equal("memory", transport.System);
        Assert.Equal(time.GetUtcNow(), (await transport.GetAsync("S", 1, CancellationToken.None))!.Timestamp);
    }

    [Fact]
    public async Task Two_services_share_a_broker()
    {
        using var broker = new InMemoryBroker();
        await using var first = Build(broker);
        await using var second = Build(broker);
        var (publisher, reader) = (first.GetRequiredService<ITransport>(), second.GetRequiredService<ITransport>());
        await publisher.ConnectAsync(CancellationToken.None);
        await reader.ConnectAsync(CancellationToken.None);

        await publisher.ProvisionAsync([new("S", ["s"])], [], Provision.Create, CancellationToken.None);
        await publisher.PublishAsync(new OutgoingBytes("s", "id", null, default), CancellationToken.None);

        Assert.Equal("id", (await reader.GetAsync("S", 1, CancellationToken.None))!.MessageId);
        Assert.NotSame(publisher, reader);

        static ServiceProvider Build(InMemoryBroker broker) => new ServiceCollection()
            .AddLogging()
            .AddMessaging(messaging => messaging.UseInMemory(broker))
            .BuildServiceProvider();
    }
}
