using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>A service that runs consumers over the transport under test, with whatever handlers a test gives it.</summary>
public sealed class FlowProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _isStopped;

    private FlowProcess(ServiceProvider services) => _services = services;

    /// <summary>The services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The process's transport.</summary>
    public ITransport Transport => _services.GetRequiredService<ITransport>();

    /// <summary>What became of the deliveries of its one consumer.</summary>
    public ConsumerCounters Consumer => Assert.Single(_services.GetRequiredService<MessagingCounters>().Consumers);

    /// <summary>Starts a service.</summary>
    /// <param name="fixture">The broker.</param>
    /// <param name="stream">The stream that holds the test's messages.</param>
    /// <param name="register">Adds the handlers.</param>
    /// <param name="configure">More settings.</param>
    public static Task<FlowProcess> StartAsync(
        TransportFixture fixture, StreamDefinition stream, Action<ModuleBuilder> register, Action<MessagingBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return StartAsync(fixture.CreateTransport, fixture.Time, stream, register, configure);
    }

    /// <summary>Starts a service without a fixture, as the process of a test that is killed has none.</summary>
    /// <param name="createTransport">Makes the transport.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stream">The stream that holds the messages.</param>
    /// <param name="register">Adds the handlers.</param>
    /// <param name="configure">More settings.</param>
    public static async Task<FlowProcess> StartAsync(
        Func<ITransport> createTransport,
        TimeProvider time,
        StreamDefinition stream,
        Action<ModuleBuilder> register,
        Action<MessagingBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddMessaging(messaging =>
        {
            messaging.UseTransport(_ => createTransport());
            FlowModule.Use(messaging, module =>
            {
                module.AddStream(stream);
                module.AddContract<Work, WorkPublisher>(static pipeline => new WorkPublisher(pipeline));
                register(module);
            });
            configure?.Invoke(messaging);
        });
        var process = new FlowProcess(services.BuildServiceProvider());
        foreach (var hosted in process.Hosted)
        {
            await hosted.StartAsync(CancellationToken.None);
        }

        return process;
    }

    private IEnumerable<IHostedService> Hosted => _services.GetServices<IHostedService>();

    /// <summary>Publishes, awaiting each acknowledgement.</summary>
    public async Task PublishAsync(params IEnumerable<Work> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var publisher = _services.GetRequiredService<IPublisher<Work>>();
        foreach (var item in work)
        {
            await publisher.PublishAsync(item);
        }
    }

    /// <summary>Stops the service as a host does.</summary>
    /// <param name="patience">Ends the time that handlers have.</param>
    public async Task StopAsync(CancellationToken patience = default)
    {
        if (!_isStopped)
        {
            _isStopped = true;
            foreach (var hosted in Hosted.Reverse())
            {
                await hosted.StopAsync(patience);
            }
        }
    }

    /// <summary>Lets the process die: what it has not said is never said.</summary>
    public async Task KillAsync(TransportFixture fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        _isStopped = true;
        await fixture.KillAsync(Transport);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
