using NATS.Client.Core;

namespace Messaging.Codegen.Nats;

/// <summary>How to reach the NATS servers, and the limits of what is on its way to and from them.</summary>
public sealed class NatsOptions
{
    /// <summary>
    /// The servers to begin with, for example <c>nats://127.0.0.1:4222</c>, <c>tls://nats.example.com</c> or <c>ws://…</c>; the others of a
    /// cluster are learnt from them. User and password may stand in the first one.
    /// </summary>
    public IList<string> Urls { get; } = [];

    /// <summary>The name that the servers show for this client's connection; null means the name of the entry assembly.</summary>
    public string? ClientName { get; set; }

    /// <summary>The path of a credentials file (<c>.creds</c>: a user's JWT and the seed of its key).</summary>
    public string? CredentialsFile { get; set; }

    /// <summary>The seed of the user's NKey (<c>SU…</c>). With <see cref="Jwt"/> it signs for that user, alone it is the login.</summary>
    public string? NKeySeed { get; set; }

    /// <summary>The path of a file with the seed of the user's NKey.</summary>
    public string? NKeyFile { get; set; }

    /// <summary>The user's JWT; needs <see cref="NKeySeed"/>.</summary>
    public string? Jwt { get; set; }

    /// <summary>The user's name; needs <see cref="Password"/>.</summary>
    public string? User { get; set; }

    /// <summary>The password of <see cref="User"/>.</summary>
    public string? Password { get; set; }

    /// <summary>The token of servers that authenticate by one.</summary>
    public string? Token { get; set; }

    /// <summary>TLS: authorities, the client's own certificate, mode. The default takes TLS when the server offers or the URL demands it.</summary>
    public NatsTlsOpts Tls { get; set; } = NatsTlsOpts.Default;

    /// <summary>Has the last word on the options of the client library; null, the default, changes nothing.</summary>
    public Func<NatsOpts, NatsOpts>? ConfigureClient { get; set; }

    /// <summary>The JetStream domain, when the streams are behind a leaf node; null means the account's own.</summary>
    public string? Domain { get; set; }

    /// <summary>The prefix of the JetStream API's subjects, when an account imports it under another name; null means <c>$JS.API</c>.</summary>
    public string? ApiPrefix { get; set; }

    /// <summary>
    /// The first token of the inboxes that replies, acknowledgements and pulled messages come to; the default is <c>_INBOX</c>. Give
    /// each service its own to keep one from listening to the other's.
    /// </summary>
    public string InboxPrefix { get; set; } = "_INBOX";

    /// <summary>
    /// How long the first connection is tried while no server can be reached; the default is 10 s. A server that refuses the client
    /// is not tried again.
    /// </summary>
    public TimeSpan ConnectPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one server may take to answer a connection; the default is 2 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between two tries to get a lost connection back; the default is 2 s. It is tried for ever.</summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How many publishes may be without their acknowledgement at a time, 1 or more; the default is 1000. Further ones wait until a
    /// tenth of them is through.
    /// </summary>
    public int PublishWindow { get; set; } = 1000;

    /// <summary>
    /// How long a publish waits for its acknowledgement, and for a connection when there is none; the default is 5 s. Then it fails
    /// with <see cref="PublishFailure.Timeout"/> and is tried again as <see cref="MessagingOptions.PublishRetry"/> says.
    /// </summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a call of the JetStream API may take; the default is 5 s.</summary>
    public TimeSpan ApiTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the server keeps a pull request that it cannot fill, at least twice <see cref="IdleHeartbeat"/>; the default is 30 s.</summary>
    public TimeSpan PullExpires { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often the server gives a sign of life while it has nothing to deliver; the default is 5 s. When two are missed the
    /// consumer asks again.
    /// </summary>
    public TimeSpan IdleHeartbeat { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The bucket of handlers with <see cref="Codegen.Idempotency.KeyValue"/>.</summary>
    public NatsIdempotencyOptions Idempotency { get; } = new();

    internal void Validate()
    {
        Idempotency.Validate();
        if (Urls.Count == 0)
        {
            throw new ArgumentException($"{nameof(NatsOptions)}.{nameof(Urls)} is empty: name at least one server, for example nats://127.0.0.1:4222.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(PublishWindow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PublishTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ApiTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ConnectTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleHeartbeat, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(PullExpires, 2 * IdleHeartbeat);
        ArgumentException.ThrowIfNullOrWhiteSpace(InboxPrefix);
    }
}
