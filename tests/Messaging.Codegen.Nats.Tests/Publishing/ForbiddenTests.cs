using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Tests.Publishing;

/// <summary>A server that forbids something gives no answer to it, only a remark.</summary>
public class ForbiddenTests : NatsServerTest
{
    protected override string Configuration => """
        authorization {
          users = [
            { user: admin, password: x }
            { user: writer, password: x, permissions { publish { allow: ["s.open", "$JS.API.>"] }, subscribe { allow: "_INBOX.>" } } }
            { user: deaf, password: x, permissions { publish: ">", subscribe { deny: "_INBOX.*.*" } } }
          ]
        }
        """;

    protected override NatsAuthOpts ObserverLogin => new() { Username = "admin", Password = "x" };

    [Fact]
    public async Task A_forbidden_subject_fails_its_publishes_and_no_others()
    {
        var transport = await LoginAsync("writer");
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        var closed = Enumerable.Range(0, 10).Select(_ => PublishAsync(transport, "s.closed", "x").AsTask()).ToArray();
        var open = Enumerable.Range(0, 10).Select(_ => PublishAsync(transport, "s.open", "x").AsTask()).ToArray();

        foreach (var publish in closed)
        {
            var exception = await Assert.ThrowsAsync<PublishException>(() => publish.WaitAsync(Patience));
            Assert.Equal(PublishFailure.Forbidden, exception.Failure);
            Assert.False(exception.IsTransient);
            Assert.Contains("s.closed", exception.Message, StringComparison.Ordinal);
        }

        await Task.WhenAll(open).WaitAsync(Patience);
    }

    [Fact]
    public async Task A_client_that_may_not_hear_acknowledgements_is_told_so()
    {
        await JetStream.CreateStreamAsync(new("S", ["s.>"]));
        var transport = await LoginAsync("deaf");

        var exception = await Assert.ThrowsAsync<PublishException>(() => PublishAsync(transport, "s.open", "x").AsTask().WaitAsync(Patience));

        Assert.Equal(PublishFailure.Forbidden, exception.Failure);
        Assert.Contains(nameof(NatsOptions.InboxPrefix), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forbidden_call_of_the_api_is_reported_with_its_subject()
    {
        var transport = await LoginAsync("writer", options => options.ApiPrefix = "$JS.OTHER.API");

        var exception = await Assert.ThrowsAsync<TransportException>(
            () => transport.GetStreamStateAsync("S", CancellationToken.None).AsTask().WaitAsync(Patience));

        Assert.Contains("Permissions Violation", exception.Message, StringComparison.Ordinal);
        Assert.Contains("$JS.OTHER.API.STREAM.INFO.S", exception.Message, StringComparison.Ordinal);
    }

    // Timeouts are long: what fails in time fails because the server's remark was understood.
    private Task<NatsTransport> LoginAsync(string user, Action<NatsOptions>? configure = null) => ConnectAsync(options =>
    {
        options.User = user;
        options.Password = "x";
        options.PublishTimeout = TimeSpan.FromMinutes(10);
        options.ApiTimeout = TimeSpan.FromMinutes(10);
        configure?.Invoke(options);
    });
}
