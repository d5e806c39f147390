using System.Net;
using System.Net.Sockets;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Tests.Connecting;

public class ConnectFailureTests : NatsServerTest
{
    protected override string Configuration => "authorization { user: shop, password: secret }";

    protected override NatsAuthOpts ObserverLogin => new() { Username = "shop", Password = "secret" };

    [Fact]
    public async Task A_server_that_is_not_there_is_reported_with_its_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"nats://user:secret@127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();

        var exception = await FailureAsync(options =>
        {
            options.Urls[0] = url;
            options.ConnectPatience = TimeSpan.Zero;
        });

        Assert.Contains("cannot be reached", exception.Message, StringComparison.Ordinal);
        Assert.Contains(url.Replace("user:secret@", "", StringComparison.Ordinal), exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Contains("refused", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_starts_late_is_waited_for()
    {
        var transport = Create(options =>
        {
            options.User = "shop";
            options.Password = "secret";
            options.ConnectPatience = Patience;
        });
        Server.Kill();

        var connecting = transport.ConnectAsync(CancellationToken.None).AsTask();
        await Server.RestartAsync();

        await connecting.WaitAsync(Patience);
        Assert.True(transport.IsConnected);
    }

    [Fact]
    public async Task A_wrong_password_is_reported_at_once_and_not_tried_again()
    {
        var exception = await FailureAsync(options =>
        {
            options.User = "shop";
            options.Password = "wrong";
            options.ConnectPatience = TimeSpan.FromMinutes(10);
        });

        Assert.Contains("refused the client's credentials", exception.Message, StringComparison.Ordinal);
        Assert.Contains("authorization violation", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_credentials_file_that_is_not_there_is_reported()
    {
        var exception = await FailureAsync(options => options.CredentialsFile = "/nowhere/user.creds");

        Assert.Contains("/nowhere/user.creds", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_connect_can_be_tried_again()
    {
        var options = new NatsOptions { Urls = { Server.Url }, User = "shop", Password = "wrong" };
        var transport = Own(new NatsTransport(options, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance));
        await Assert.ThrowsAsync<TransportException>(async () => await transport.ConnectAsync(CancellationToken.None));

        options.Password = "secret";
        await transport.ConnectAsync(CancellationToken.None);

        Assert.True(transport.IsConnected);
    }

    [Fact]
    public async Task A_connect_can_be_cancelled()
    {
        Server.Pause();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var transport = Create(options => options.ConnectTimeout = TimeSpan.FromMinutes(10));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.ConnectAsync(cancellation.Token).AsTask().WaitAsync(Patience));
    }

    [Fact]
    public void Options_that_cannot_work_are_refused()
    {
        Assert.Contains("Urls", Refusal(options => options.Urls.Clear()).Message, StringComparison.Ordinal);
        Refusal(options => options.PublishWindow = 0);
        Refusal(options => options.PublishTimeout = TimeSpan.Zero);
        Refusal(options => options.IdleHeartbeat = options.PullExpires);

        ArgumentException Refusal(Action<NatsOptions> configure) => Assert.ThrowsAny<ArgumentException>(() => Create(configure));
    }

    private Task<TransportException> FailureAsync(Action<NatsOptions> configure) =>
        Assert.ThrowsAsync<TransportException>(() => Create(configure).ConnectAsync(CancellationToken.None).AsTask().WaitAsync(Patience));
}
