using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Messaging.Codegen.Nats.Tests;

/// <summary>A server that says that it is older than it is. The versions have the same length.</summary>
internal sealed class OldServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly byte[] _actual;
    private readonly byte[] _claimed;
    private readonly int _port;
    private readonly Task _accepting;

    private OldServer(int port, string actual, string claimed)
    {
        _port = port;
        _actual = Encoding.ASCII.GetBytes($"\"version\":\"{actual}\"");
        _claimed = Encoding.ASCII.GetBytes($"\"version\":\"{claimed}\"");
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"nats://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static async Task<OldServer> StartAsync(Testing.NatsServer server, string release)
    {
        await using var observer = new NATS.Client.Core.NatsConnection(new NATS.Client.Core.NatsOpts { Url = server.Url });
        await observer.ConnectAsync();
        var actual = observer.ServerInfo!.Version;
        return new OldServer(server.Port, actual, release.PadRight(actual.Length, '0'));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        var pumps = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopped.Token);
                var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _port, _stopped.Token);
                pumps.Add(PumpAsync(client, server));
                pumps.Add(PumpAsync(server, client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }

        await Task.WhenAll(pumps);
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _stopped.Token) is > 0 and var read)
            {
                if (buffer.AsSpan(0, read).IndexOf(_actual) is >= 0 and var at)
                {
                    _claimed.CopyTo(buffer, at);
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
    }
}
