using System.Net;
using System.Net.Sockets;

namespace Messaging.Codegen.Testing;

/// <summary>
/// Picks a client port. One from the system's ephemeral range would be a trap: while the server is down, a client that
/// keeps reconnecting over loopback can be given that very port as its own and end up connected to itself.
/// </summary>
internal static class NatsServerPort
{
    private const int First = 10_000;

    // Linux hands out ports from 32768, the other systems from 49152.
    private const int End = 32_768;

    /// <summary>A port that was free a moment ago; the server may still find it taken.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Taken; try another.
            }
        }
    }
}
