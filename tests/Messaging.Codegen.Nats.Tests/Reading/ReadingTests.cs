using System.Globalization;
using System.Text;
using Messaging.Codegen.Transports;
using NATS.Client.JetStream.Models;
using StoredMessage = Messaging.Codegen.Transports.StoredMessage;

namespace Messaging.Codegen.Nats.Tests.Reading;

public class ReadingTests : NatsServerTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_is_read_in_order_with_everything_that_was_stored(bool isDirect)
    {
        const int count = 600;
        await JetStream.CreateStreamAsync(new StreamConfig("S", ["s.>"]) { AllowDirect = isDirect });
        var transport = await ConnectAsync();
        for (var i = 0; i < count; i++)
        {
            var headers = i % 3 == 0 ? new MessageHeaders { { "Number", i.ToString(CultureInfo.InvariantCulture) }, { "Wort", "grün" } } : null;
            await transport.PublishAsync(Message($"s.{i % 2}", $"text {i}", i % 2 == 0 ? $"id {i}" : null, headers), CancellationToken.None);
        }

        var before = DateTimeOffset.UtcNow;
        var all = await ReadAsync(transport, ">");

        Assert.Equal(count, all.Count);
        Assert.All(all.Index(), item =>
        {
            var (i, message) = item;
            Assert.Equal(((ulong)i + 1, $"s.{i % 2}", $"text {i}", i % 2 == 0 ? $"id {i}" : null), (message.Sequence, message.Subject, Encoding.UTF8.GetString(message.Payload.Span), message.MessageId));
            Assert.Equal(i % 3 == 0 ? [new("Number", i.ToString(CultureInfo.InvariantCulture)), new("Wort", "grün")] : [], message.Headers?.ToArray() ?? []);
            Assert.InRange(message.Timestamp, before.AddMinutes(-10), before.AddMinutes(1));
        });
        Assert.Equal(all.Select(message => message.Timestamp).Order(), all.Select(message => message.Timestamp));

        var odd = await ReadAsync(transport, "s.1", fromSequence: 301);
        Assert.Equal(Enumerable.Range(0, 150).Select(i => (ulong)(302 + (2 * i))), odd.Select(message => message.Sequence));

        foreach (var message in new[] { all[0], all[1], all[3], all[599] })
        {
            var single = await transport.GetAsync("S", message.Sequence, CancellationToken.None);
            Assert.Equal(message.Timestamp, single!.Timestamp);
            Assert.Equal((message.Subject, message.MessageId), (single.Subject, single.MessageId));
            Assert.Equal(message.Headers?.ToArray(), single.Headers?.ToArray());
            Assert.Equal(message.Payload.ToArray(), single.Payload.ToArray());
        }
    }

    [Fact]
    public async Task Messages_as_large_as_the_server_takes_are_read()
    {
        var transport = await ConnectAsync();
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));
        var text = new string('x', 1_000_000);
        for (var i = 0; i < 5; i++)
        {
            await PublishAsync(transport, "s.a", text);
        }

        var all = await ReadAsync(transport, ">");

        Assert.Equal(5, all.Count);
        Assert.All(all, message => Assert.Equal(text.Length, message.Payload.Length));
        Assert.Equal(text.Length, (await transport.GetAsync("S", 3, CancellationToken.None))!.Payload.Length);
    }

    [Fact]
    public async Task What_looks_like_the_servers_own_header_does_not_confuse()
    {
        var transport = await ConnectAsync();
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));
        await transport.PublishAsync(Message("s.a", "x", null, new MessageHeaders { { "Nats-Sequence", "77" }, { "Nats-Subject", "other" } }), CancellationToken.None);

        var message = Assert.Single(await ReadAsync(transport, ">"));

        Assert.Equal((1UL, "s.a"), (message.Sequence, message.Subject));
    }

    [Fact]
    public async Task A_server_without_JetStream_is_reported()
    {
        await using var plain = await Testing.NatsServer.StartAsync(new Testing.NatsServerOptions { JetStream = false });
        var transport = await ConnectAsync(options =>
        {
            options.Urls[0] = plain.Url;
            options.ApiTimeout = TimeSpan.FromMilliseconds(500);
        });

        var exception = await Assert.ThrowsAsync<TransportException>(async () => await transport.GetStreamStateAsync("S", CancellationToken.None));

        Assert.Contains("JetStream does not answer", exception.Message, StringComparison.Ordinal);
        await transport.DisposeAsync();
    }

    private static async Task<IReadOnlyList<StoredMessage>> ReadAsync(NatsTransport transport, string filter, ulong fromSequence = 0)
    {
        List<StoredMessage> all = [];
        await foreach (var message in transport.ReadAsync("S", filter, fromSequence, CancellationToken.None))
        {
            all.Add(message);
        }

        return all;
    }
}
