using System.Collections.Concurrent;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Connecting;

/// <summary>The connection: its state, its events in order, and inboxes on it.</summary>
internal sealed class NatsLink : IAsyncDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    private readonly NatsLog _log;
    private readonly TaskCompletionSource _firstOpened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<NatsSubBase, bool> _subscriptions = new();
    private volatile bool _isUp;

    private NatsLink(NatsConnection connection, NatsLog log)
    {
        Connection = connection;
        _log = log;
        connection.ConnectionOpened += (_, _) => Raise(up: true, () => Opened);
        connection.ConnectionDisconnected += (_, _) => Raise(up: false, () => Disconnected);
        connection.ServerError += (_, args) => Guard(() => OnServerError(args));
    }

    /// <summary>The connection was opened again. Called on the client's event loop: return quickly.</summary>
    public event Action? Opened;

    /// <summary>The connection was lost.</summary>
    public event Action? Disconnected;

    /// <summary>The server forbade something on a subject: publishing (true) or subscribing (false), and its words.</summary>
    public event Action<string, bool, string>? Forbidden;

    public NatsConnection Connection { get; }

    public bool IsOpen => _isUp && Connection.ConnectionState == NatsConnectionState.Open;

    /// <summary>Connects.</summary>
    /// <exception cref="TransportException">No server can be reached, or it refuses the client.</exception>
    public static async ValueTask<NatsLink> ConnectAsync(NatsOptions options, ILoggerFactory loggers, NatsLog log, CancellationToken cancellationToken)
    {
        var servers = string.Join(", ", options.Urls.Select(WithoutSecrets));
        var deadline = Environment.TickCount64 + (long)options.ConnectPatience.TotalMilliseconds;
        while (true)
        {
            var failures = new ConnectFailures(loggers);
            var link = new NatsLink(new NatsConnection(ClientOptions.From(options, failures)), log);
            try
            {
                await link.Connection.ConnectAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);

                // Handlers that join later must not take the first opening for a reconnect.
                await link._firstOpened.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
                failures.Connected();
                return link;
            }
            catch (Exception e)
            {
                await link.DisposeAsync().ConfigureAwait(false);
                if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                {
                    throw;
                }

                var (exception, isTransient) = ConnectDiagnosis.Diagnose(servers, e, failures.Take());
                if (!isTransient || Environment.TickCount64 >= deadline)
                {
                    throw exception;
                }

                log.NotReachedYet(exception.Message);
            }

            await Task.Delay(RetryDelay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Subscribes, and holds on to the subscription: the client library keeps only a weak reference.</summary>
    public async ValueTask SubscribeAsync(NatsSubBase subscription, CancellationToken cancellationToken)
    {
        await Connection.AddSubAsync(subscription, cancellationToken).ConfigureAwait(false);
        _subscriptions[subscription] = true;
    }

    /// <summary>Ends a subscription.</summary>
    public ValueTask EndAsync(NatsSubBase subscription)
    {
        _subscriptions.TryRemove(subscription, out _);
        return subscription.DisposeAsync();
    }

    /// <summary>
    /// A subject that only this client listens to. It does not begin with the connection's own inbox, whose messages the client
    /// library would sort itself.
    /// </summary>
    public string NewInbox() => $"{Connection.Opts.InboxPrefix}.{Nuid.NewNuid()}";

    /// <summary>Waits until the server has read everything that was written; without a connection, or without an answer in 5 s, it gives up.</summary>
    public async ValueTask FlushAsync()
    {
        if (!IsOpen)
        {
            return;
        }

        using var timeout = new CancellationTokenSource(FlushTimeout);
        try
        {
            await Connection.PingAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _log.FlushFailed(e);
        }
    }

    /// <summary>Closes the connection without sending what was not sent.</summary>
    public ValueTask AbortAsync()
    {
        _isUp = false;
        return Connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        await AbortAsync().ConfigureAwait(false);
    }

    private static string WithoutSecrets(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0
            ? url.Replace(uri.UserInfo + "@", "", StringComparison.Ordinal)
            : url;

    private ValueTask Raise(bool up, Func<Action?> handlers)
    {
        _isUp = up;
        if (up)
        {
            _firstOpened.TrySetResult();
        }

        foreach (var handler in handlers()?.GetInvocationList() ?? [])
        {
            Guard((Action)handler);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask Guard(Action handler)
    {
        try
        {
            handler();
        }
        catch (Exception e)
        {
            _log.EventHandlerFailed(e);
        }

        return ValueTask.CompletedTask;
    }

    private void OnServerError(NatsServerErrorEventArgs args)
    {
        if (PermissionViolation.TryParse(args, out var subject, out var isPublish))
        {
            _log.Forbidden(isPublish ? "publish on" : "subscribe to", subject);
            Forbidden?.Invoke(subject, isPublish, args.Error);
        }
        else
        {
            _log.ServerError(args.Error);
        }
    }
}
