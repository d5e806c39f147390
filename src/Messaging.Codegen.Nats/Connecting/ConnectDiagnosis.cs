using System.Net.Sockets;
using System.Security.Authentication;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Connecting;

/// <summary>Tells why no connection came about.</summary>
internal static class ConnectDiagnosis
{
    /// <summary>What to report, and whether another try can end otherwise.</summary>
    public static (TransportException Exception, bool IsTransient) Diagnose(string servers, Exception thrown, IReadOnlyList<Exception> logged)
    {
        var all = logged.Append(thrown).SelectMany(Chain).ToArray();
        if (all.FirstOrDefault(e => e is NatsServerException { IsAuthError: true } || IsUnreadableCredential(e)) is { } refusal)
        {
            return (new TransportException($"{servers} refused the client's credentials: {Text(refusal)}", thrown), false);
        }

        if (all.FirstOrDefault(e => e is AuthenticationException || IsTlsDisagreement(e)) is { } tls)
        {
            return (new TransportException($"TLS with {servers} failed: {Text(tls)}", thrown), false);
        }

        var cause = all.FirstOrDefault(e => e is SocketException or TimeoutException or IOException) ?? thrown;
        return (new TransportException($"{servers} cannot be reached: {Text(cause)}", thrown), true);
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }

    // The client's exceptions for these have no type of their own.
    private static bool IsUnreadableCredential(Exception e) => e is NatsException && e.Message.StartsWith("Failed to load credentials", StringComparison.Ordinal);

    private static bool IsTlsDisagreement(Exception e) => e is NatsException && e.Message.Contains("TlsMode", StringComparison.Ordinal);

    private static string Text(Exception exception) =>
        exception.InnerException is { } inner && !exception.Message.Contains(inner.Message, StringComparison.Ordinal)
            ? $"{exception.Message} ({inner.Message})"
            : exception.Message;
}
