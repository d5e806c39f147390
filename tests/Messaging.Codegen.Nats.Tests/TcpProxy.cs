using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Messaging.Codegen.Nats.Tests;

/// <summary>A network between client and server that a test can silence, and cut.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _sockets = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosed;

    public TcpProxy(int serverPort)
    {
        _serverPort = serverPort;
        _answers.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"nats://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

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

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        Speak();
        _listener.Stop();
        Cut();
        await _accepting;
        _stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopped.Token);
                if (_isClosed)
                {
                    client.Dispose();
                    continue;
                }

                var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stopped.Token);
                _sockets[client] = true;
                _sockets[server] = true;
                _ = PumpAsync(client, server, isAnswer: false);
                _ = PumpAsync(server, client, isAnswer: true);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool isAnswer)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _stopped.Token) is > 0 and var read)
            {
                if (isAnswer)
                {
                    await _answers.Task;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stopped.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone.
        }

        from.Dispose();
        to.Dispose();
        _sockets.TryRemove(from, out _);
        _sockets.TryRemove(to, out _);
    }
}
