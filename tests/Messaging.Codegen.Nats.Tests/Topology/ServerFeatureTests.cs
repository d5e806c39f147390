using System.Text.Json;
using System.Text.Json.Nodes;
using NATS.Client.JetStream;

namespace Messaging.Codegen.Nats.Tests.Topology;

/// <summary>
/// MSG410: what a server does with a setting that is newer than it is. Until 2.12 all were as lenient as this one, which takes a setting for unknown that no
/// version has.
/// </summary>
public class ServerFeatureTests : NatsServerTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nats-lenient-").FullName;

    protected override string Configuration => $$"""
        jetstream { store_dir: "{{_folder}}", strict: false }
        """;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_stream_lacks_what_the_server_does_not_know()
    {
        var config = await CreateAsync("STREAM.CREATE.NEW", new { name = "NEW", subjects = new[] { "new.>" }, allow_newer = true });

        Assert.Equal("NEW", config["name"]!.GetValue<string>());
        Assert.Null(config["allow_newer"]);
    }

    [Fact]
    public async Task A_consumer_whose_filters_the_server_does_not_know_gets_everything()
    {
        await CreateAsync("STREAM.CREATE.NEW", new { name = "NEW", subjects = new[] { "new.>" } });
        (await JetStream.PublishAsync("new.us", "1")).EnsureSuccess();

        // As filter_subjects is to a server of 2.9.
        await CreateAsync(
            "CONSUMER.DURABLE.CREATE.NEW.eu",
            new { stream_name = "NEW", config = new { durable_name = "eu", ack_policy = "explicit", newer_filters = new[] { "new.eu", "new.at" } } });

        Assert.Equal(1UL, (await JetStream.GetConsumerAsync("NEW", "eu")).Info.NumPending);
    }

    private async Task<JsonNode> CreateAsync<T>(string operation, T body)
    {
        var answer = await JetStream.Connection.RequestAsync<byte[], byte[]>("$JS.API." + operation, JsonSerializer.SerializeToUtf8Bytes(body));
        var info = JsonNode.Parse(answer.Data!)!;
        Assert.Null(info["error"]);
        return info["config"]!;
    }
}
