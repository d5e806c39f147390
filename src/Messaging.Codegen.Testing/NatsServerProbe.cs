using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Messaging.Codegen.Testing;

/// <summary>Speaks just enough of the client protocol to ask JetStream something.</summary>
internal static class NatsServerProbe
{
    /// <summary>The answer of a server that wants credentials or TLS: it cannot be asked without them, but it accepts connections.</summary>
    public const string LoginRequired = "";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>A node that is paused, or whose cluster has no leader, does not answer at all.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Returns when the account information of JetStream has been delivered; in a cluster that takes a leader.</summary>
    public static async Task WaitForJetStreamAsync(int port, CancellationToken ct)
    {
        while (!IsSuccess(await AskAsync(port, "$JS.API.INFO", "", ct).ConfigureAwait(false)))
        {
            await Task.Delay(RetryDelay, ct).ConfigureAwait(false);
        }
    }

    /// <summary>True for an answer that is no error, and for <see cref="LoginRequired"/>.</summary>
    public static bool IsSuccess(string? answer) => answer is not null && !answer.Contains("\"error\":", StringComparison.Ordinal);

    /// <summary>Asks the JetStream API.</summary>
    /// <returns>The answer's JSON; <see cref="LoginRequired"/>; or null when there is none.</returns>
    public static async Task<string?> AskAsync(int port, string subject, string request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(AnswerTimeout);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, limit.Token).ConfigureAwait(false);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            var info = await reader.ReadLineAsync(limit.Token).ConfigureAwait(false) ?? "";
            if (IsSet(info, "auth_required") || IsSet(info, "tls_required"))
            {
                return LoginRequired;
            }

            var ask = string.Create(
                CultureInfo.InvariantCulture,
                $"CONNECT {{\"verbose\":false}}\r\nSUB probe 1\r\nPUB {subject} probe {Encoding.UTF8.GetByteCount(request)}\r\n{request}\r\n");
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(ask), limit.Token).ConfigureAwait(false);
            while (await reader.ReadLineAsync(limit.Token).ConfigureAwait(false) is { } line)
            {
                // A message without headers is the answer; one with headers (HMSG) says that nobody responds yet.
                if (line.StartsWith("MSG ", StringComparison.Ordinal))
                {
                    return await reader.ReadLineAsync(limit.Token).ConfigureAwait(false);
                }

                if (line.StartsWith("HMSG ", StringComparison.Ordinal))
                {
                    return null;
                }
            }
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
        }

        return null;
    }

    private static bool IsSet(string info, string flag) => info.Contains($"\"{flag}\":true", StringComparison.Ordinal);
}
