namespace Messaging.Codegen.Conformance;

/// <summary>Consumers take the subjects that their filters name, wildcards included.</summary>
public abstract class SubjectConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private static readonly string[] Subjects = ["a", "a.b", "a.b.c", "b", "b.b", "b.b.c", "x.y.z"];

    [Theory]
    [InlineData("a,a.b,a.b.c,b,b.b,b.b.c,x.y.z")]
    [InlineData("a,a.b,a.b.c,b,b.b,b.b.c,x.y.z", ">")]
    [InlineData("a,b", "*")]
    [InlineData("a.b,a.b.c", "a.>")]
    [InlineData("a.b,b.b", "*.b")]
    [InlineData("a.b.c,b.b.c", "*.*.c")]
    [InlineData("b", "b")]
    [InlineData("a,b.b,b.b.c", "a", "b.>")]
    [InlineData("a.b,a.b.c,b.b,x.y.z", "*.b", "a.b.c", "x.>")]
    public async Task A_consumer_gets_what_passes_its_filters(string expected, params string[] filters)
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c", [.. filters.Select(filter => $"{Root}.{filter}")]));
        foreach (var subject in Subjects)
        {
            await PublishAsync(subject, subject);
        }

        var received = await consumer.NextAsync(expected.Split(',').Length);

        Assert.Equal(expected.Split(','), received.Select(message => message.Text));
        Assert.All(received, message => Assert.Equal($"{Root}.{message.Text}", message.Subject));
        Assert.All(received, message => Assert.Equal(Stream, message.Delivery.Stream));
        await consumer.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_message_that_passes_two_overlapping_filters_comes_once()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.a.*", $"{Root}.*.b"));

        await PublishAsync("a.b", "both");
        await PublishAsync("a.c", "first");

        Assert.Equal(["both", "first"], (await consumer.NextAsync(2)).Select(message => message.Text));
        await consumer.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_stream_is_found_by_what_it_stores()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a.*", $"{Root}.b"]));

        Assert.Equal(Stream, await Transport.FindStreamAsync($"{Root}.a.x", CancellationToken.None));
        Assert.Equal(Stream, await Transport.FindStreamAsync($"{Root}.a.*", CancellationToken.None));
        Assert.Equal(Stream, await Transport.FindStreamAsync($"{Root}.b", CancellationToken.None));
        Assert.Null(await Transport.FindStreamAsync($"{Root}.c", CancellationToken.None));
        Assert.Null(await Transport.FindStreamAsync($"{Root}.a", CancellationToken.None));
        Assert.Null(await Transport.FindStreamAsync($"{Root}.a.x.y", CancellationToken.None));
    }
}
