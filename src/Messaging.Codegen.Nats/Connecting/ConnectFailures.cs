using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Messaging.Codegen.Nats.Connecting;

/// <summary>
/// Remembers the exceptions that the client library logs while it connects: what it throws says only that no server would do, and
/// not why.
/// </summary>
internal sealed class ConnectFailures(ILoggerFactory loggers) : ILoggerFactory
{
    private readonly ConcurrentQueue<Exception> _exceptions = new();
    private volatile bool _isConnected;

    /// <summary>What was logged since the last call.</summary>
    public IReadOnlyList<Exception> Take()
    {
        List<Exception> taken = [];
        while (_exceptions.TryDequeue(out var exception))
        {
            taken.Add(exception);
        }

        return taken;
    }

    /// <summary>Stops remembering.</summary>
    public void Connected()
    {
        _isConnected = true;
        _exceptions.Clear();
    }

    public ILogger CreateLogger(string categoryName) => new Listener(this, loggers.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

    public void Dispose()
    {
        // The factory belongs to the application.
    }

    private sealed class Listener(ConnectFailures failures, ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && !failures._isConnected)
            {
                failures._exceptions.Enqueue(exception);
            }

            inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
