using Messaging.Codegen.InMemory;

namespace Messaging.Codegen.Tests.InMemory;

public class StreamLogTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agrees_with_a_sorted_dictionary(int seed)
    {
        var random = new Random(seed);
        var log = new StreamLog();
        var model = new SortedDictionary<ulong, StreamEntry>();
        for (ulong sequence = 1; sequence <= 6_000; sequence++)
        {
            if (random.Next(10) == 0)
            {
                log.Skip();
            }
            else
            {
                var entry = Entry(sequence);
                log.Append(entry);
                model.Add(sequence, entry);
            }

            while (model.Count > 0 && random.Next(3) != 0)
            {
                var victim = model.Count > 50 ? model.First().Value : model.ElementAt(random.Next(model.Count)).Value;
                log.Remove(victim);
                model.Remove(victim.Sequence);
                Assert.True(victim.IsRemoved);
            }

            AssertSame(log, model, sequence, from: (ulong)random.NextInt64((long)sequence + 2));
        }
    }

    [Fact]
    public void A_new_log_is_empty()
    {
        var log = new StreamLog();

        Assert.Equal(0UL, log.LastSequence);
        Assert.Null(log.First);
        Assert.Null(log.Find(0));
        Assert.Null(log.Find(1));
        Assert.Empty(log.From(0));
    }

    private static void AssertSame(StreamLog log, SortedDictionary<ulong, StreamEntry> model, ulong last, ulong from)
    {
        Assert.Equal(last, log.LastSequence);
        Assert.Equal(model.Count, log.Count);
        Assert.Equal(model.Values.Sum(entry => entry.Message.StoredSize), log.Bytes);
        Assert.Same(model.Values.FirstOrDefault(), log.First);
        Assert.Same(model.GetValueOrDefault(from), log.Find(from));
        Assert.Equal(model.Keys.Where(sequence => sequence >= from), log.From(from).Select(entry => entry.Sequence));
    }

    private static StreamEntry Entry(ulong sequence) =>
        new(sequence, new EncodedMessage("a", null, null, new byte[(int)(sequence % 7)], null), DateTimeOffset.UnixEpoch, TimeSpan.Zero);
}
