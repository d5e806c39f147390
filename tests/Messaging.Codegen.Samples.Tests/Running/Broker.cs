using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using NATS.Client.Core;

namespace Messaging.Codegen.Samples.Tests.Running;

/// <summary>A look at a server from outside the sample.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _url;

    private Broker(string url, ServiceProvider services)
    {
        _url = url;
        _services = services;
    }

    private ITransport Transport => _services.GetRequiredService<ITransport>();

    public static async Task<Broker> ConnectAsync(string url)
    {
        var broker = new Broker(url, new ServiceCollection().AddMessaging(messaging => messaging.UseNats(url)).BuildServiceProvider());
        await broker.Transport.ConnectAsync(CancellationToken.None);
        return broker;
    }

    /// <summary>How many messages a stream holds.</summary>
    public async Task<int> CountAsync(string stream) => (int)(await Transport.GetStreamStateAsync(stream, CancellationToken.None)).Messages;

    /// <summary>Removes all messages of a stream, behind everybody's back.</summary>
    public async Task PurgeAsync(string stream)
    {
        await using var connection = new NatsConnection(new NatsOpts { Url = _url });
        var reply = await connection.RequestAsync<string, string>($"$JS.API.STREAM.PURGE.{stream}", "");
        Assert.Contains("\"success\":true", reply.Data, StringComparison.Ordinal);
    }

    /// <summary>Waits until nothing is left for the consumers.</summary>
    public async Task WaitUntilDoneAsync(params string[] consumers)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(3));

        // Twice, for what the first consumer publishes while the last is being asked.
        for (var passes = 0; passes < 2;)
        {
            await Task.Delay(100, timeout.Token);
            var left = 0UL;
            foreach (var consumer in consumers)
            {
                var state = await Transport.GetConsumerStateAsync("ORDERS", consumer, timeout.Token);
                left += state.Pending + state.AckPending;
            }

            passes = left == 0 ? passes + 1 : 0;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
