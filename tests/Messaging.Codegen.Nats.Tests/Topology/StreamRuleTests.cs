using System.Text.Json;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Topology;

/// <summary>What a server does with the streams that the rules MSG401 to MSG417 report.</summary>
public class StreamRuleTests : NatsServerTest
{
    private const int InvalidConfig = 10052;
    private const int SubjectsOverlap = 10065;

    [Theory]
    [InlineData("orders.>", "orders.eu")]
    [InlineData("orders.*.placed", "orders.eu.*")]
    [InlineData("orders", "orders")]
    public async Task MSG402_subjects_that_overlap_are_refused_within_a_stream_and_across_streams(string one, string other)
    {
        Assert.Equal(InvalidConfig, await RefusalAsync(() => CreateAsync(new StreamConfig("BOTH", [one, other]))));

        await CreateAsync(new StreamConfig("ONE", [one]));
        Assert.Equal(SubjectsOverlap, await RefusalAsync(() => CreateAsync(new StreamConfig("OTHER", [other]))));
    }

    [Theory]
    [InlineData("$JS.>")]
    [InlineData(">")]
    [InlineData("*.orders")]
    public async Task MSG203_subjects_that_take_in_the_api_are_refused(string subject) =>
        Assert.Equal(InvalidConfig, await RefusalAsync(() => CreateAsync(new StreamConfig("ALL", [subject]))));

    [Fact]
    public async Task MSG203_other_subjects_with_a_dollar_sign_are_taken() => await CreateAsync(new StreamConfig("MINE", ["$mine.>"]));

    [Fact]
    public async Task MSG209_the_reply_to_a_request_that_a_stream_stores_is_the_receipt()
    {
        await CreateAsync(new StreamConfig("QUOTES", ["quotes.>"]));

        var reply = await JetStream.Connection.RequestAsync<string, string>("quotes.get", "SKU-1");

        Assert.Contains("\"stream\":\"QUOTES\"", reply.Data);
    }

    [Fact]
    public async Task MSG401_a_name_with_a_dot_gets_no_answer()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { name = "MY.ORDERS", subjects = new[] { "orders" } });

        // The dot is a token more than the server listens to.
        await Assert.ThrowsAnyAsync<NatsException>(async () => await JetStream.Connection.RequestAsync<byte[], byte[]>("$JS.API.STREAM.CREATE.MY.ORDERS", body));
    }

    [Fact]
    public async Task MSG407_limits_that_are_too_short_are_refused()
    {
        var age = new StreamConfig("AGE", ["age"]) { MaxAge = TimeSpan.FromMilliseconds(10) };
        var window = new StreamConfig("WINDOW", ["window"]) { MaxAge = TimeSpan.FromMinutes(1), DuplicateWindow = TimeSpan.FromMinutes(2) };

        Assert.Equal(InvalidConfig, await RefusalAsync(() => CreateAsync(age)));
        Assert.Equal(InvalidConfig, await RefusalAsync(() => CreateAsync(window)));
    }

    [Fact]
    public async Task MSG409_a_stream_without_a_limit_refuses_nothing()
    {
        var stream = await CreateAsync(new StreamConfig("FREE", ["free"]) { Discard = StreamConfigDiscard.New });
        await CreateAsync(new StreamConfig("FULL", ["full"]) { Discard = StreamConfigDiscard.New, MaxMsgs = 1 });

        Assert.Equal(StreamConfigDiscard.New, stream.Info.Config.Discard);
        for (var i = 0; i < 100; i++)
        {
            (await JetStream.PublishAsync("free", i)).EnsureSuccess();
        }

        (await JetStream.PublishAsync("full", 1)).EnsureSuccess();
        Assert.NotNull((await JetStream.PublishAsync("full", 2)).Error);
    }

    [Fact]
    public async Task MSG411_replicas_need_a_cluster() =>
        Assert.Equal(10074, await RefusalAsync(() => CreateAsync(new StreamConfig("TWO", ["two"]) { NumReplicas = 2 })));

    [Fact]
    public async Task MSG416_a_stream_of_interest_drops_what_nobody_waits_for()
    {
        var stream = await CreateAsync(new StreamConfig("INTEREST", ["orders"]) { Retention = StreamConfigRetention.Interest });

        (await JetStream.PublishAsync("orders", "lost")).EnsureSuccess();
        await JetStream.CreateOrUpdateConsumerAsync("INTEREST", new ConsumerConfig("billing"));
        (await JetStream.PublishAsync("orders", "kept")).EnsureSuccess();

        await stream.RefreshAsync();
        Assert.Equal(1, stream.Info.State.Messages);
        Assert.Equal(2UL, stream.Info.State.LastSeq);
    }

    [Fact]
    public async Task MSG416_a_stream_without_a_limit_is_without_one_on_the_server()
    {
        var config = (await CreateAsync(new StreamConfig("ALL", ["all"]))).Info.Config;

        Assert.Equal((-1, -1, TimeSpan.Zero), (config.MaxMsgs, config.MaxBytes, config.MaxAge));
    }

    [Fact]
    public async Task MSG417_of_two_declarations_of_a_stream_the_server_keeps_one()
    {
        await CreateAsync(new StreamConfig("ORDERS", ["orders"]) { MaxMsgs = 10 });

        Assert.Equal(10058, await RefusalAsync(() => CreateAsync(new StreamConfig("ORDERS", ["orders"]) { MaxMsgs = 20 })));
        await JetStream.UpdateStreamAsync(new StreamConfig("ORDERS", ["orders"]) { MaxMsgs = 20 });
        Assert.Equal(InvalidConfig, await RefusalAsync(async () => await JetStream.UpdateStreamAsync(
            new StreamConfig("ORDERS", ["orders"]) { MaxMsgs = 20, Storage = StreamConfigStorage.Memory })));

        Assert.Equal(20, (await JetStream.GetStreamAsync("ORDERS")).Info.Config.MaxMsgs);
    }

    private async Task<INatsJSStream> CreateAsync(StreamConfig config) => await JetStream.CreateStreamAsync(config);

    private static async Task<int> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<NatsJSApiException>(act)).Error.ErrCode;
}
