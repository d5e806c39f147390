using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Messaging.Codegen.Testing;

/// <summary>A network between clients and a server on 127.0.0.1 that a test can silence, cut and close.</summary>
/// <remarks>The members may be called from any thread.</remarks>
public sealed class TcpProxy : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _sockets = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosed;

    /// <summary>Starts to accept connections.</summary>
    /// <param name="serverPort">The port of the server; it need not run yet.</param>
    public TcpProxy(int serverPort)
    {
        _serverPort = serverPort;
        _answers.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port for clients.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The address for clients of a NATS server: <c>nats://127.0.0.1:port</c>.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"nats://127.0.0.1:{Port}");

    /// <summary>Keeps back what the server says.</summary>
    public void Silence() => _answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the server speak, beginning with what was kept back.</summary>
    public void Speak() => _answers.TrySetResult();

    /// <summary>Breaks all connections; what is on its way is lost.</summary>
    public void Cut()
    {
        foreach (var socket in _sockets.Keys)
        {
            socket.Dispose();
        }
    }

    /// <summary>Breaks all connections and accepts no more.</summary>
    public void Close()
    {
        _isClosed = true;
        Cut();
    }

    /// <summary>Accepts connections again.</summary>
    public void Open() => _isClosed = false;

    /// <summary>Breaks all connections and frees the port.</summary>
    /// <returns>A task that ends when no more connections are accepted.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_stopped.IsCancellationRequested)
        {
            return;
        }

        await _stopped.CancelAsync().ConfigureAwait(false);
        Speak();
        _listener.Dispose();
        Cut();
        await _accepting.ConfigureAwait(false);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopped.Token).ConfigureAwait(false);
                _ = ConnectAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        // It passes on what it gets when it gets it: waiting for more would add 40 ms to small answers.
        client.NoDelay = true;
        var server = new TcpClient { NoDelay = true };
        _sockets[client] = true;
        _sockets[server] = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stopped.Token).ConfigureAwait(false);
            if (!_isClosed)
            {
                await Task.WhenAll(PumpAsync(client, server, isAnswer: false), PumpAsync(server, client, isAnswer: true)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsBroken(e))
        {
            // The server is down: so is the connection to it.
        }

        End(client);
        End(server);
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool isAnswer)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _stopped.Token).ConfigureAwait(false) is > 0 and var read)
            {
                if (isAnswer)
                {
                    await _answers.Task.ConfigureAwait(false);
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stopped.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsBroken(e))
        {
            // One end is gone.
        }

        End(from);
        End(to);
    }

    private static bool IsBroken(Exception e) =>
        e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or InvalidOperationException;

    private void End(TcpClient socket)
    {
        socket.Dispose();
        _sockets.TryRemove(socket, out _);
    }
}
