using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Topology;

/// <summary>The relations between filters that the rules go by, held against what a server delivers and what it accepts.</summary>
public class SubjectAlgebraTests : NatsServerTest
{
    private const int Pairs = 150;

    // One token more than the filters name, and one token longer: "*" and ">" are told from everything that they stand for.
    private static readonly string[] Subjects = [.. Sequences(["a", "b", "c"], 4)];

    private static readonly string[] Filters =
        [.. Sequences(["a", "b", "*"], 3).SelectMany(static filter => new[] { filter, filter + ".>" }).Append(">")];

    [Fact]
    public async Task A_server_delivers_what_filters_have_in_common()
    {
        var connection = JetStream.Connection;
        var subscriptions = new List<INatsSub<byte[]>>();
        foreach (var filter in Filters)
        {
            subscriptions.Add(await connection.SubscribeCoreAsync<byte[]>(filter));
        }

        foreach (var subject in Subjects)
        {
            await connection.PublishAsync(subject);
        }

        // What was published before has been delivered when the answer comes.
        await connection.PingAsync();
        var delivered = subscriptions.ConvertAll(Taken);
        for (var i = 0; i < Filters.Length; i++)
        {
            Assert.NotEmpty(delivered[i]);
            for (var j = 0; j < Filters.Length; j++)
            {
                var (one, other) = (Filters[i].Split('.'), Filters[j].Split('.'));
                Assert.True(SubjectAlgebra.Overlaps(one, other) == delivered[i].Overlaps(delivered[j]), $"{Filters[i]} and {Filters[j]} overlap");
                Assert.True(SubjectAlgebra.Covers(one, other) == delivered[j].IsSubsetOf(delivered[i]), $"{Filters[i]} covers {Filters[j]}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_refuses_streams_that_overlap_and_filters_of_a_consumer_that_cover_each_other(int seed)
    {
        var random = new Random(seed);
        await JetStream.CreateStreamAsync(new StreamConfig("ALL", ["x.>"]) { Storage = StreamConfigStorage.Memory });
        for (var i = 0; i < Pairs; i++)
        {
            var (one, other) = ("x." + Filters[random.Next(Filters.Length)], "x." + Filters[random.Next(Filters.Length)]);
            var isRefused = await IsRefusedAsync(async () => await JetStream.CreateStreamAsync(
                new StreamConfig("PAIR", ["y" + one[1..], "y" + other[1..]]) { Storage = StreamConfigStorage.Memory }));
            if (!isRefused)
            {
                await JetStream.DeleteStreamAsync("PAIR");
            }

            Assert.True(SubjectAlgebra.Overlaps(one.Split('.'), other.Split('.')) == isRefused, $"Streams: {one} and {other}, refused: {isRefused}, seed {seed}");

            var covers = SubjectAlgebra.Covers(one.Split('.'), other.Split('.')) || SubjectAlgebra.Covers(other.Split('.'), one.Split('.'));
            var isConsumerRefused = await IsRefusedAsync(async () => await JetStream.CreateConsumerAsync(
                "ALL", new ConsumerConfig($"c{i}") { FilterSubjects = [one, other], AckPolicy = ConsumerConfigAckPolicy.Explicit }));
            Assert.True(covers == isConsumerRefused, $"Filters: {one} and {other}, refused: {isConsumerRefused}, seed {seed}");
        }
    }

    private static HashSet<string> Taken(INatsSub<byte[]> subscription)
    {
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        while (subscription.Msgs.TryRead(out var message))
        {
            subjects.Add(message.Subject);
        }

        return [.. subjects.Where(Subjects.Contains)];
    }

    private static async Task<bool> IsRefusedAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (NatsJSApiException)
        {
            return true;
        }
    }

    private static IEnumerable<string> Sequences(string[] tokens, int longest) =>
        Enumerable.Range(1, longest).SelectMany(length => Enumerable.Range(1, length - 1).Aggregate(
            (IEnumerable<string>)tokens, (prefixes, _) => prefixes.SelectMany(prefix => tokens.Select(token => prefix + "." + token))));
}
