using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Messaging.Codegen.Testing;

/// <summary>Speaks just enough of the client protocol to see that JetStream answers.</summary>
internal static class NatsServerProbe
{
    private const string Ask = "CONNECT {\"verbose\":false}\r\nSUB probe 1\r\nPUB $JS.API.INFO probe 0\r\n\r\n";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Returns when the account information of JetStream has been delivered. A server that wants credentials or TLS
    /// cannot be asked without them: there the answer is that it accepts connections.
    /// </summary>
    public static async Task WaitForJetStreamAsync(int port, CancellationToken ct)
    {
        while (!await AnswersAsync(port, ct).ConfigureAwait(false))
        {
            await Task.Delay(RetryDelay, ct).ConfigureAwait(false);
        }
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, ct).ConfigureAwait(false);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            var info = await reader.ReadLineAsync(ct).ConfigureAwait(false) ?? "";
            if (IsSet(info, "auth_required") || IsSet(info, "tls_required"))
            {
                return true;
            }

            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Ask), ct).ConfigureAwait(false);
            while (await reader.ReadLineAsync(ct).ConfigureAwait(false) is { } line)
            {
                // A message without headers is the answer; one with headers (HMSG) says that nobody responds yet.
                if (line.StartsWith("MSG ", StringComparison.Ordinal) || line.StartsWith("HMSG ", StringComparison.Ordinal))
                {
                    return line[0] == 'M';
                }
            }

            return false;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static bool IsSet(string info, string flag) => info.Contains($"\"{flag}\":true", StringComparison.Ordinal);
}
