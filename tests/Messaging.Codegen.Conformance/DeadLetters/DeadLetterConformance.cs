using Messaging.Codegen.Conformance.Flow;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance.DeadLetters;

/// <summary>What was given up can be listed, shown, changed and removed.</summary>
[Requires(Capabilities.StoredMessages | Capabilities.Deduplication)]
public abstract class DeadLetterConformance<TFixture>(TFixture fixture) : LetterTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_dead_letter_tells_all_that_is_known()
    {
        Handle = static (_, _) => throw new InvalidOperationException("two\r\nlines, größer, " + new string('x', 5000));
        var process = await StartAsync();
        var receipt = await PublishAsync(process, NewWork(7), new Dictionary<string, string> { ["Tenant"] = "Zürich" });

        var letter = Assert.Single(await WaitForAsync(process, 1));

        Assert.Equal((GiveUpKind.DeadLetter, Stream), (letter.Id.Kind, letter.Id.Stream));
        Assert.Equal("c", letter.Consumer);
        Assert.StartsWith("2 deliveries failed, the last with: two  lines, größer, xxx", letter.Reason, StringComparison.Ordinal);
        Assert.Equal("System.InvalidOperationException", letter.Exception);
        Assert.Equal("conformance.work/v1", letter.Contract);
        Assert.Equal($"{Root}.work", letter.Subject);
        Assert.Equal(receipt.Sequence, letter.OriginalSequence);
        Assert.Equal("conformance.work/v1:7", letter.MessageId);
        Assert.Equal(2, letter.Deliveries);
        Assert.Equal([new KeyValuePair<string, string>("Tenant", "Zürich")], letter.Headers);
        Assert.Equal(MessageSerializer.SerializeToArray(NewWork(7)), letter.Payload.ToArray());

        // A server tells nanoseconds, which are rounded here and cut there.
        var published = (await Transport.GetAsync(Stream, receipt.Sequence, CancellationToken.None))!.Timestamp;
        Assert.InRange(letter.PublishedAt, published.AddMicroseconds(-1), published.AddMicroseconds(1));
        Assert.True(letter.GivenUpAt >= letter.PublishedAt);
        Assert.Contains("\"Number\": 7", Letters(process).Show(letter), StringComparison.Ordinal);
        Assert.True(DeadLetterId.TryParse(letter.Id.ToString(), out var id));
        Assert.Equal(letter.Id, id);
        Assert.Equal(letter.MessageId, (await Letters(process).FindAsync(id))!.MessageId);
        Assert.Null(await Letters(process).FindAsync(id with { Sequence = 99 }));
        Assert.Null(await Letters(process).FindAsync(id with { Stream = "NOTHING" }));
    }

    [Fact]
    public async Task A_list_is_filtered_and_comes_in_pages()
    {
        // Without the onlooker, which would quarantine what it cannot read too.
        Retention = StreamRetention.WorkQueue;
        Handle = static (work, _) => throw new DeadLetterException($"reason {work.Number % 2}");
        var process = await StartAsync();
        for (var number = 0; number < 6; number++)
        {
            await PublishAsync(process, NewWork(number));
        }

        await PublishAsync("work", "no work");
        var all = await WaitForAsync(process, 7);

        Assert.Equal([0, 1, 2, 3, 4, 5], all.Take(6).Select(Number));
        Assert.Equal(GiveUpKind.Quarantine, all[6].Id.Kind);
        Assert.Equal([1, 3, 5], (await ListAsync(process, new() { Reason = "REASON 1" })).Select(Number));
        Assert.Equal(7, (await ListAsync(process, new() { Contract = "conformance.work/v1" })).Count);
        Assert.Empty(await ListAsync(process, new() { Contract = "conformance.work/v2" }));
        Assert.Equal(6, (await ListAsync(process, new() { Kind = GiveUpKind.DeadLetter, Consumer = "c" })).Count);
        Assert.Empty(await ListAsync(process, new() { Kind = GiveUpKind.DeadLetter, Consumer = "d" }));
        Assert.Empty(await ListAsync(process, new() { Stream = "NOTHING" }));
        Assert.Empty(await ListAsync(process, new() { Before = all[0].GivenUpAt }));
        Assert.Equal(7, (await ListAsync(process, new() { From = all[0].GivenUpAt })).Count);
        var pages = new List<DeadLetterId>();
        for (var page = await ListAsync(process, new() { Limit = 2 }); page.Count > 0; page = await ListAsync(process, new() { Limit = 2, After = page[^1].Id }))
        {
            Assert.InRange(page.Count, 1, 2);
            pages.AddRange(page.Select(letter => letter.Id));
        }

        Assert.Equal(all.Select(letter => letter.Id), pages);
    }

    [Fact]
    public async Task What_is_purged_is_gone_one_by_one_by_filter_and_all()
    {
        // Without the onlooker, which would quarantine what it cannot read too.
        Retention = StreamRetention.WorkQueue;
        Handle = static (work, _) => throw new DeadLetterException($"reason {work.Number % 2}");
        var process = await StartAsync();
        for (var number = 0; number < 5; number++)
        {
            await PublishAsync(process, NewWork(number));
        }

        await PublishAsync("work", "no work");
        var all = await WaitForAsync(process, 6);

        Assert.True(await Letters(process).PurgeAsync(all[0].Id));
        Assert.False(await Letters(process).PurgeAsync(all[0].Id));
        Assert.Equal(2, await Letters(process).PurgeAsync(new DeadLetterFilter { Reason = "reason 1" }));
        Assert.Equal([2, 4], (await ListAsync(process, new() { Kind = GiveUpKind.DeadLetter })).Select(Number));
        Assert.Equal(3, await Letters(process).PurgeAsync(new DeadLetterFilter()));
        Assert.Empty(await ListAsync(process));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3000)]
    public async Task A_message_as_large_as_the_broker_takes_is_kept_whole(int headerLength)
    {
        var process = await StartAsync();
        var headers = headerLength == 0 ? null : new MessageHeaders { { "Large", new string('h', headerLength) } };
        var payload = await PublishLargestAsync(headers);

        var letter = Assert.Single(await WaitForAsync(process, 1));

        Assert.Equal(payload, letter.Payload.ToArray());
        Assert.Equal(headers ?? [], letter.Headers);
        Assert.Equal("broken", letter.Reason);
        Assert.NotEqual(1UL, (await Transport.GetStreamStateAsync($"{Stream}_DLQ", CancellationToken.None)).Messages);

        var handled = 0;
        Handle = (work, _) =>
        {
            handled = work.Key.Length;
            return Task.CompletedTask;
        };
        Assert.True(await Letters(process).ReplayAsync(letter.Id));
        await WaitForAsync(process, 0);
        Assert.InRange(handled, Fixture.MaxPayload / 2, Fixture.MaxPayload);
        Assert.Equal(0UL, (await Transport.GetStreamStateAsync($"{Stream}_DLQ", CancellationToken.None)).Messages);
    }

    [Fact]
    public async Task Headers_that_fill_the_message_are_kept_too()
    {
        // A JetStream server takes 64 KiB of headers.
        const int length = 65_300;
        var process = await StartAsync();
        var payload = MessageSerializer.SerializeToArray(NewWork(1));
        await Transport.PublishAsync(
            new OutgoingBytes($"{Root}.work", null, new MessageHeaders { { "Large", new string('h', length) } }, payload), CancellationToken.None);

        var letter = Assert.Single(await WaitForAsync(process, 1));

        Assert.Equal(length, letter.Headers["Large"]!.Length);
        Assert.Equal(payload, letter.Payload.ToArray());
        Assert.True(await Letters(process).PurgeAsync(letter.Id));
        Assert.Equal(0UL, (await Transport.GetStreamStateAsync($"{Stream}_DLQ", CancellationToken.None)).Messages);
    }

    private static int Number(DeadLetter letter) => MessageSerializer.Deserialize<Work>(letter.Payload).Number;

    /// <summary>Publishes a message of exactly the size that the broker takes.</summary>
    private async Task<byte[]> PublishLargestAsync(MessageHeaders? headers)
    {
        for (var length = Fixture.MaxPayload; ; length--)
        {
            var payload = MessageSerializer.SerializeToArray(NewWork(1, new string('k', length)));
            if (payload.Length > Fixture.MaxPayload)
            {
                length -= payload.Length - Fixture.MaxPayload - 1;
                continue;
            }

            try
            {
                await Transport.PublishAsync(new OutgoingBytes($"{Root}.work", null, headers, payload), CancellationToken.None);
                return payload;
            }
            catch (PublishException e) when (e.Failure == PublishFailure.TooLarge)
            {
                // One byte less, until the largest that is taken.
                length -= length > Fixture.MaxPayload - 2000 && headers is not null ? (headers["Large"]?.Length ?? 0) : 0;
            }
        }
    }
}
