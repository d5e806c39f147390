using System.Reflection;
using System.Text;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Connecting;

/// <summary>Our options in the words of the client library.</summary>
internal static class ClientOptions
{
    public static NatsOpts From(NatsOptions options, ILoggerFactory loggers)
    {
        var client = new NatsOpts
        {
            Url = string.Join(',', options.Urls),
            Name = options.ClientName ?? Assembly.GetEntryAssembly()?.GetName().Name ?? "Messaging.Codegen",
            AuthOpts = new NatsAuthOpts
            {
                CredsFile = options.CredentialsFile,
                Seed = options.NKeySeed,
                NKeyFile = options.NKeyFile,
                Jwt = options.Jwt,
                Username = options.User,
                Password = options.Password,
                Token = options.Token,
            },
            TlsOpts = options.Tls,
            LoggerFactory = loggers,
            InboxPrefix = options.InboxPrefix,
            ConnectTimeout = options.ConnectTimeout,
            RequestTimeout = options.ApiTimeout,

            // Header values are text; ASCII, the client's default, would turn everything else into question marks.
            HeaderEncoding = Encoding.UTF8,
            ReconnectWaitMin = TimeSpan.FromMilliseconds(100),
            ReconnectWaitMax = options.MaxReconnectDelay,
            MaxReconnectRetry = -1,

            // A server that restarts may refuse logins for a while; giving up for good would need a restart of the service.
            IgnoreAuthErrorAbort = true,
        };
        return options.ConfigureClient?.Invoke(client) ?? client;
    }
}
