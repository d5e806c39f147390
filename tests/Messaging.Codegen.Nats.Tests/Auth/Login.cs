using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Tests.Auth;

/// <summary>Connects with credentials, and shows that the connection carries messages.</summary>
internal static class Login
{
    public static async Task AssertWorksAsync(string url, NatsAuthOpts credentials)
    {
        await using var connection = Connection(url, credentials);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await connection.ConnectAsync();
        await using var subscription = await connection.SubscribeCoreAsync<string>("greetings", cancellationToken: timeout.Token);

        await connection.PublishAsync("greetings", "hello", cancellationToken: timeout.Token);

        var message = await subscription.Msgs.ReadAsync(timeout.Token);
        Assert.Equal("hello", message.Data);
    }

    public static async Task AssertRefusedAsync(string url, NatsAuthOpts credentials)
    {
        await using var connection = Connection(url, credentials);

        var refusal = await Assert.ThrowsAsync<NatsException>(async () => await connection.ConnectAsync());

        Assert.Contains("Authorization Violation", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static NatsConnection Connection(string url, NatsAuthOpts credentials) =>
        new(new NatsOpts { Url = url, AuthOpts = credentials });
}
