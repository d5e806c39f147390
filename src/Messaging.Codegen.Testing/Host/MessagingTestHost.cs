using Messaging.Codegen.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Testing;

/// <summary>
/// A service on an in-memory broker for tests of handlers: publish, wait until nothing is left to do, look at what happened. Its time is
/// virtual, so that a retry after two minutes costs none, and it can let go wrong what goes wrong in production.
/// </summary>
/// <remarks>The members may be called from any thread. What happened is kept until the host is disposed of.</remarks>
public sealed class MessagingTestHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly InMemoryBroker _broker;
    private readonly Recorder _recorder;
    private readonly WorkInProgress _work;
    private readonly Quiescence _quiescence;

    private MessagingTestHost(IHost host, InMemoryBroker broker, Recorder recorder, ChaosOptions chaos, WorkInProgress work, VirtualTime time)
    {
        _host = host;
        _broker = broker;
        _recorder = recorder;
        _work = work;
        _quiescence = new Quiescence(broker, work, time);
        Chaos = chaos;
        Time = time;
    }

    /// <summary>The services of the application.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>
    /// The time of broker, pipeline and application: the registered <see cref="TimeProvider"/>. It stands still, except while something waits
    /// for this host: then it goes on by itself to the next redelivery or timer.
    /// </summary>
    public VirtualTime Time { get; }

    /// <summary>What goes wrong; nothing at first.</summary>
    public ChaosOptions Chaos { get; }

    /// <summary>How long, in real time, the host is waited for before a wait fails; the default is a minute.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Starts a service.</summary>
    /// <param name="configure">Adds modules, and what else the application does in <c>AddMessaging</c>; the transport is the host's own.</param>
    /// <param name="services">Registers what the handlers need; null when they need nothing.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The running service. Dispose of it.</returns>
    public static async Task<MessagingTestHost> StartAsync(
        Action<MessagingBuilder> configure, Action<IServiceCollection>? services = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var time = new VirtualTime(DateTimeOffset.UtcNow);
        var broker = new InMemoryBroker(new InMemoryOptions { TimeProvider = new BrokerTime(time) });
        var (recorder, chaos, work) = (new Recorder(), new ChaosOptions(), new WorkInProgress());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddMessaging(messaging =>
        {
            // What fails here fails for a reason that does not go away.
            messaging.Options.PublishRetry.Attempts = 1;
            messaging.UseInMemory(broker);
            messaging.AddFilter(new RecordingFilter(recorder));
            messaging.AddFilter(new ChaosFilter(chaos, recorder, time));
            configure(messaging);
            messaging.UseTransport(_ => new TestTransport(new InMemoryTransport(broker), recorder, chaos, work));
        });
        var host = new MessagingTestHost(builder.Build(), broker, recorder, chaos, work, time);
        try
        {
            await host._host.StartAsync(cancellationToken).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Publishes a message as the application would.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="message">The message; not null.</param>
    /// <param name="options">What differs from the contract's own rules, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The stream's receipt.</returns>
    /// <exception cref="PublishException">It was not stored.</exception>
    public ValueTask<PublishReceipt> PublishAsync<T>(T message, PublishOptions? options = null, CancellationToken cancellationToken = default)
        where T : IMessage<T>
    {
        var publisher = Services.GetRequiredService<IPublisher<T>>();
        return options is null ? publisher.PublishAsync(message, cancellationToken) : publisher.PublishAsync(message, options, cancellationToken);
    }

    /// <summary>Sends a request as the application would, and waits for the reply. Time goes on as in <see cref="WaitUntilIdleAsync"/>.</summary>
    /// <typeparam name="TRequest">The request contract.</typeparam>
    /// <typeparam name="TReply">The reply contract.</typeparam>
    /// <param name="request">The request; not null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoRespondersException">Nobody handles the request's subject.</exception>
    /// <exception cref="RequestFailedException">The handler failed; the message says how.</exception>
    /// <exception cref="TimeoutException">No reply within <see cref="Patience"/>.</exception>
    public Task<TReply> RequestAsync<TRequest, TReply>(TRequest request, CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>, IRequest<TReply>
        where TReply : IMessage<TReply>
    {
        var client = Services.GetRequiredService<IRequestClient<TRequest, TReply>>();
        return WithPatienceAsync(ct => _quiescence.DriveAsync(client.RequestAsync(request, ct).AsTask(), ct), cancellationToken);
    }

    /// <summary>
    /// Waits until everything that was published is settled, with all that it caused: handled, dead-lettered or quarantined, retries
    /// included, whose delays pass at once. It neither sleeps nor guesses: idle means that broker and handlers have nothing left.
    /// </summary>
    /// <param name="horizon">How far the virtual time may go on for redeliveries: later ones are left. Null, the default, means that none is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">Something was still in work after <see cref="Patience"/>; the message says what.</exception>
    public Task WaitUntilIdleAsync(TimeSpan? horizon = null, CancellationToken cancellationToken = default) => WithPatienceAsync(
        async ct =>
        {
            await _quiescence.WaitUntilIdleAsync(horizon, ct).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>The messages of a contract that streams have stored, in their order; copies that a stream dropped are not among them.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    public IReadOnlyList<PublishedMessage<T>> Published<T>()
        where T : IMessage<T> => _recorder.Published<T>();

    /// <summary>The deliveries of a contract whose handlers ran to their end; a message that was handled twice is there twice.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="consumer">Only those of this consumer; null means all.</param>
    public IReadOnlyList<HandledMessage<T>> Handled<T>(string? consumer = null)
        where T : IMessage<T> => _recorder.Handled<T>(consumer);

    /// <summary>The deliveries of a contract that failed, each try by itself.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="consumer">Only those of this consumer; null means all.</param>
    public IReadOnlyList<FailedMessage<T>> Failed<T>(string? consumer = null)
        where T : IMessage<T> => _recorder.Failed<T>(consumer);

    /// <summary>The messages of a contract that consumers gave up.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="consumer">Only those of this consumer; null means all.</param>
    public IReadOnlyList<DeadLetteredMessage<T>> DeadLettered<T>(string? consumer = null)
        where T : IMessage<T> => _recorder.DeadLettered<T>(consumer);

    /// <summary>The messages that no handler could take.</summary>
    public IReadOnlyList<QuarantinedMessage> Quarantined() => _recorder.Quarantined();

    /// <summary>Stops the service.</summary>
    /// <returns>A task that ends when it has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync().ConfigureAwait(false);
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }

        _broker.Dispose();
    }

    private async Task<T> WithPatienceAsync<T>(Func<CancellationToken, Task<T>> wait, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await wait(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Not idle after {Patience}: {string.Join("; ", _work.Running)}.");
        }
    }
}
