using System.Text;
using Messaging.Codegen.Testing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Logging.Abstractions;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Messaging.Codegen.Nats.Tests;

/// <summary>A server of the test's own, transports on it, and the client library's own view of what is on the server.</summary>
public abstract class NatsServerTest : IAsyncLifetime
{
    /// <summary>How long something may take that takes milliseconds on an idle machine.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<IAsyncDisposable> _disposables = [];
    private NatsServer? _server;
    private NatsConnection? _observer;

    protected NatsServer Server => _server ?? throw new InvalidOperationException("Not started.");

    /// <summary>The stream API of the client library.</summary>
    protected NatsJSContext JetStream => new(_observer ?? throw new InvalidOperationException("Not started."));

    /// <summary>More configuration for the server.</summary>
    protected virtual string? Configuration => null;

    /// <summary>The login of the observer.</summary>
    protected virtual NatsAuthOpts ObserverLogin => NatsAuthOpts.Default;

    public virtual async Task InitializeAsync()
    {
        _server = await NatsServer.StartAsync(new NatsServerOptions { Configuration = Configuration });
        _observer = new NatsConnection(new NatsOpts { Url = Server.Url, AuthOpts = ObserverLogin, IgnoreAuthErrorAbort = true });
    }

    public virtual async Task DisposeAsync()
    {
        // A paused server would not let anybody go.
        if (_server is { IsRunning: true })
        {
            _server.Resume();
        }

        foreach (var disposable in Enumerable.Reverse(_disposables))
        {
            await disposable.DisposeAsync();
        }

        if (_observer is not null)
        {
            await _observer.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>A connected transport; it ends with the test.</summary>
    protected async Task<NatsTransport> ConnectAsync(Action<NatsOptions>? configure = null)
    {
        var transport = Create(configure);
        await transport.ConnectAsync(CancellationToken.None);
        return transport;
    }

    /// <summary>A transport that is not connected; it ends with the test.</summary>
    protected NatsTransport Create(Action<NatsOptions>? configure = null)
    {
        var options = new NatsOptions { Urls = { Server.Url } };
        configure?.Invoke(options);
        return Own(new NatsTransport(options, NullLoggerFactory.Instance));
    }

    protected T Own<T>(T disposable)
        where T : IAsyncDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }

    protected static OutgoingBytes Message(string subject, string text, string? messageId = null, MessageHeaders? headers = null) =>
        new(subject, messageId, headers, Encoding.UTF8.GetBytes(text));

    protected static ValueTask<PublishReceipt> PublishAsync(ITransport transport, string subject, string text, string? messageId = null) =>
        transport.PublishAsync(Message(subject, text, messageId), CancellationToken.None);

    protected static ValueTask ProvisionAsync(ITransport transport, StreamDefinition stream, params ConsumerDefinition[] consumers) =>
        transport.ProvisionAsync([stream], consumers, Provision.Create, CancellationToken.None);

    protected static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    protected static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"Waited in vain until {what}.");
            await Task.Delay(20);
        }
    }
}
