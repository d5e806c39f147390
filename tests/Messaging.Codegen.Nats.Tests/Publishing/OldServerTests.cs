using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Messaging.Codegen.Nats.Tests.Publishing;

/// <summary>An old server ignores what it does not know; the client does not let it.</summary>
public class OldServerTests : NatsServerTest
{
    [Fact]
    public async Task A_message_with_an_age_is_not_given_to_a_server_that_would_keep_it_for_ever()
    {
        var transport = await ConnectToOldServerAsync("2.10.");
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]) { AllowMessageTtl = true });
        var message = new OutgoingBytes("s.a", null, null, default, new PublishTerms { TimeToLive = TimeSpan.FromMinutes(1) });

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await transport.PublishAsync(message, CancellationToken.None));

        Assert.Equal((PublishFailure.Refused, false), (exception.Failure, exception.IsTransient));
        Assert.Contains("TimeToLive needs nats-server 2.11", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0UL, (await transport.GetStreamStateAsync("S", CancellationToken.None)).Messages);
    }

    [Fact]
    public async Task A_schedule_is_not_given_to_a_server_that_would_deliver_it_at_once()
    {
        var transport = await ConnectToOldServerAsync("2.11.");
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]) { AllowSchedules = true });
        var terms = new PublishTerms { DueAt = DateTimeOffset.UtcNow.AddHours(1), ExpectedStream = "S" };

        var exception = await Assert.ThrowsAsync<PublishException>(
            async () => await transport.PublishAsync(new OutgoingBytes("s.a", "id", null, default, terms), CancellationToken.None));

        Assert.Contains("needs nats-server 2.12", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0UL, (await transport.GetStreamStateAsync("S", CancellationToken.None)).Messages);
    }

    [Fact]
    public async Task A_batch_is_not_given_to_a_server_that_would_store_its_parts()
    {
        var transport = await ConnectToOldServerAsync("2.11.");
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]) { AllowAtomicBatches = true });

        Assert.Null(await transport.PublishBatchAsync([Message("s.a", "1", "1"), Message("s.a", "2", "2")], CancellationToken.None));

        Assert.Equal(0UL, (await transport.GetStreamStateAsync("S", CancellationToken.None)).Messages);
    }

    [Theory]
    [InlineData("2.10.24", true)]
    [InlineData("2.11.0", false)]
    [InlineData("2.11.0-RC.1", false)]
    [InlineData("2.9.25", true)]
    [InlineData("3.0.0", false)]
    [InlineData("dev", false)]
    public void Versions_are_compared_as_numbers(string version, bool isOlder) =>
        Assert.Equal(isOlder, ServerVersion.IsOlder(version, ServerVersion.MessageTtl));

    private async Task<NatsTransport> ConnectToOldServerAsync(string release)
    {
        var server = Own(await OldServer.StartAsync(Server, release));
        var transport = Own(new NatsTransport(new NatsOptions { Urls = { server.Url } }, NullLoggerFactory.Instance));
        await transport.ConnectAsync(CancellationToken.None);
        return transport;
    }
}
