using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>A service that runs one consumer of this assembly over the in-memory transport.</summary>
internal sealed class PipelineHost : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IHost _host;
    private bool _stopped;

    private PipelineHost(IHost host) => _host = host;

    public Behaviour Behaviour => _host.Services.GetRequiredService<Behaviour>();

    public IServiceProvider Services => _host.Services;

    public ITransport Transport => _host.Services.GetRequiredService<ITransport>();

    public MessagingCounters Counters => _host.Services.GetRequiredService<MessagingCounters>();

    public ConsumerCounters Consumer => Assert.Single(Counters.Consumers);

    public static async Task<PipelineHost> StartAsync(
        string consumer, Action<Behaviour>? behave = null, Action<MessagingBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var behaviour = new Behaviour();
        behave?.Invoke(behaviour);
        builder.Services.AddSingleton(behaviour);
        builder.Services.AddMessaging(messaging =>
        {
            messaging.UseInMemory();
            messaging.AddModule<MessagingCodegenTestsModule>();
            messaging.Options.ConsumerSelector = name => name == consumer;
            messaging.Options.PublishRetry.Delay = TimeSpan.FromMilliseconds(10);
            messaging.Options.PublishRetry.Attempts = 3;
            configure?.Invoke(messaging);
        });
        var host = new PipelineHost(builder.Build());
        await host._host.StartAsync();
        return host;
    }

    public static Job NewJob(string region = "eu", int size = 1) => new() { Id = Guid.NewGuid(), Region = region, Size = size };

    public ValueTask<PublishReceipt> PublishAsync(Job job) => _host.Services.GetRequiredService<IPublisher<Job>>().PublishAsync(job);

    public async Task<PublishReceipt> PublishBytesAsync(string subject, byte[] payload, string? messageId = null) =>
        await Transport.PublishAsync(new OutgoingBytes(subject, messageId, null, payload), CancellationToken.None);

    public async Task<List<StoredMessage>> ReadAsync(string stream)
    {
        var messages = new List<StoredMessage>();
        await foreach (var message in Transport.ReadAsync(stream, ">", 0, CancellationToken.None))
        {
            messages.Add(message);
        }

        return messages;
    }

    /// <summary>Waits until the consumer owes nothing: every message that the stream holds for it is settled.</summary>
    public async Task SettleAsync(string consumer, string stream = "PIPE") =>
        await UntilAsync(async () =>
        {
            var state = await Transport.GetConsumerStateAsync(stream, consumer, CancellationToken.None);
            return state is { Pending: 0, AckPending: 0 };
        });

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    public async Task StopAsync(TimeSpan? patience = null)
    {
        if (!_stopped)
        {
            _stopped = true;
            using var limit = new CancellationTokenSource(patience ?? Patience);
            await _host.StopAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
