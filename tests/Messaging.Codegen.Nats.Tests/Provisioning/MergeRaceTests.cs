using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Provisioning;

/// <summary>The server has no conditional update of a stream.</summary>
public class MergeRaceTests : NatsServerTest
{
    [Fact]
    public async Task Services_that_start_together_all_keep_their_subjects()
    {
        const int services = 6;
        const int rounds = 3;
        await JetStream.CreateStreamAsync(new StreamConfig("S", ["first"]));
        var transports = await Task.WhenAll(Enumerable.Range(0, services).Select(_ => ConnectAsync()));

        for (var round = 0; round < rounds; round++)
        {
            await Task.WhenAll(transports.Select((transport, i) =>
                Task.Run(async () => await ProvisionAsync(transport, new StreamDefinition("S", [$"s{i}.r{round}"])))));
        }

        var expected = from i in Enumerable.Range(0, services) from round in Enumerable.Range(0, rounds) select $"s{i}.r{round}";
        Assert.Equal(expected.Append("first").Order(), (await SubjectsAsync()).Order());
    }

    [Fact]
    public async Task A_service_notices_that_its_subject_was_taken_away_by_one_that_had_read_the_stream_before()
    {
        await JetStream.CreateStreamAsync(new StreamConfig("S", ["first"]));
        var transport = await ConnectAsync();
        for (var round = 0; ; round++)
        {
            Assert.True(round < 20, "The subject stayed away in every round.");
            var subject = $"mine{round}";
            var before = await SubjectsAsync();
            var provisioning = ProvisionAsync(transport, new StreamDefinition("S", [subject])).AsTask();
            await UntilAsync(async () => (await SubjectsAsync()).Contains(subject), "the subject is added");

            // What a service does that read the stream before the addition and does not know of it.
            await JetStream.UpdateStreamAsync(new StreamConfig("S", [.. before, $"theirs{round}"]));
            var wasInTime = !provisioning.IsCompleted;
            await provisioning;
            if (wasInTime && (await SubjectsAsync()).Contains(subject))
            {
                Assert.Contains($"theirs{round}", await SubjectsAsync());
                return;
            }
        }
    }

    private async Task<ICollection<string>> SubjectsAsync() => (await JetStream.GetStreamAsync("S")).Info.Config.Subjects!;
}
