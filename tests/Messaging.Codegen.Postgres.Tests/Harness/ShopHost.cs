using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Postgres.Tests.Harness;

/// <summary>A service of this assembly's contracts and handler.</summary>
public sealed class ShopHost : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly IHost _host;

    private ShopHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public ITransport Transport => Services.GetRequiredService<ITransport>();

    public IOutbox Outbox => Services.GetRequiredService<IOutbox>();

    public Behaviour Behaviour => Services.GetRequiredService<Behaviour>();

    /// <summary>What has become of the deliveries to the one consumer that runs.</summary>
    public ConsumerCounters Billing => Assert.Single(Services.GetRequiredService<MessagingCounters>().Consumers);

    public static async Task<ShopHost> StartAsync(
        string connectionString,
        Action<MessagingBuilder> transport,
        bool handle = true,
        Action<PostgresOptions>? configure = null,
        Action<MessagingBuilder>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<Behaviour>();
        builder.Services.AddScoped<Invoices>();
        builder.Services.AddHealthChecks().AddMessagingOutbox();
        builder.Services.AddMessaging(messaging =>
        {
            transport(messaging);
            messaging.UsePostgres(connectionString, configure);
            messaging.AddModule<MessagingCodegenPostgresTestsModule>();
            messaging.Options.RunHandlers = handle;
            messaging.Options.ConsumerSelector = static name => name == "billing";
            more?.Invoke(messaging);
        });
        var host = new ShopHost(builder.Build());
        await host._host.StartAsync();
        return host;
    }

    public async Task OrderAsync(int from, int count)
    {
        var publisher = Services.GetRequiredService<IPublisher<Ordered>>();
        foreach (var id in Enumerable.Range(from, count))
        {
            await publisher.PublishAsync(new Ordered(id));
        }
    }

    /// <summary>Publishes an order again as a careless publisher would: under another message id, so that the stream keeps it.</summary>
    public Task OrderAgainAsync(int id) =>
        Services.GetRequiredService<IPublisher<Ordered>>().PublishAsync(new Ordered(id), new PublishOptions { MessageId = Guid.NewGuid().ToString() }).AsTask();

    public async Task<List<T>> StoredAsync<T>(string filter)
        where T : IMessage<T>
    {
        var messages = new List<T>();
        await foreach (var message in Transport.ReadAsync("SHOP", filter, 0, CancellationToken.None))
        {
            messages.Add(MessageSerializer.Deserialize<T>(message.Payload));
        }

        return messages;
    }

    /// <summary>Waits until the consumer owes nothing.</summary>
    public Task SettleAsync(string consumer = "billing") => UntilAsync(
        async () => await Transport.GetConsumerStateAsync("SHOP", consumer, CancellationToken.None) is { Pending: 0, AckPending: 0 },
        "the consumer has settled everything");

    public Task UntilBilledAsync(int count) => UntilAsync(
        async () => (await StoredAsync<Billed>("shop.billed.>")).Count >= count, $"{count} bills are in the stream");

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"Waited in vain until {what}.");
            await Task.Delay(20);
        }
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
