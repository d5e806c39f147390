using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using MessagePack;
using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Hash tables by keys that are no strings.</summary>
[MessagePackObject]
[Message("test.hash-tables")]
public sealed partial record HashTables
{
    [Key(0)] public Dictionary<int, int>? Dictionary { get; init; }
    [Key(1)] public HashSet<int>? HashSet { get; init; }
    [Key(2)] public OrderedDictionary<int, int>? OrderedDictionary { get; init; }
    [Key(3)] public ConcurrentDictionary<int, int>? ConcurrentDictionary { get; init; }
    [Key(4)] public FrozenDictionary<int, int>? FrozenDictionary { get; init; }
    [Key(5)] public FrozenSet<int>? FrozenSet { get; init; }
    [Key(6)] public ImmutableDictionary<long, int>? ImmutableDictionary { get; init; }
    [Key(7)] public ImmutableHashSet<long>? ImmutableHashSet { get; init; }
    [Key(8)] public IReadOnlyDictionary<long, int>? ReadOnlyDictionary { get; init; }
    [Key(9)] public ISet<long>? Set { get; init; }
    [Key(10)] public HashSet<CountedKey>? Counted { get; init; }
}

/// <summary>A key that chooses its hash code and counts how often keys are compared on this thread.</summary>
[MessagePackObject]
public readonly struct CountedKey(int number, int hash) : IEquatable<CountedKey>
{
    [ThreadStatic]
    private static long _comparisons;

    public static long Comparisons
    {
        get => _comparisons;
        set => _comparisons = value;
    }

    [Key(0)] public int Number { get; } = number;
    [Key(1)] public int Hash { get; } = hash;

    public bool Equals(CountedKey other)
    {
        _comparisons++;
        return Number == other.Number;
    }

    public override bool Equals(object? obj) => obj is CountedKey other && Equals(other);

    public override int GetHashCode() => Hash;
}

/// <summary>Keys that were chosen to collide cost bounded work. Nothing here depends on time: steps and comparisons are counted.</summary>
public sealed class HashFloodingTests
{
    private const int Count = 40_000;

    /// <summary>Keys that fall into the first bucket of a table of their number.</summary>
    private static readonly int[] Colliding = [.. Enumerable.Range(0, Count).Select(static i => i * new Dictionary<int, int>(Count).Capacity)];

    /// <summary>Keys with the same hash code.</summary>
    private static readonly long[] Equal = [.. Enumerable.Range(0, Count).Select(static i => ((long)i << 32) | (uint)i)];

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Dictionaries_refuse_keys_that_all_collide(int key) => Refused(key, Map(Colliding.Select(static number => (long)number)));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Sets_refuse_keys_that_all_collide(int key) => Refused(key, Array(Colliding.Select(static number => (long)number)));

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public void Dictionaries_refuse_keys_of_one_hash_code(int key) => Refused(key, Map(Equal));

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    public void Sets_refuse_keys_of_one_hash_code(int key) => Refused(key, Array(Equal));

    [Fact]
    public void The_number_of_comparisons_is_bounded()
    {
        const int Keys = 5000;
        foreach (var refused in (bool[])[true, false])
        {
            var payload = Payload(10, (ref MessagePackWriter writer) =>
            {
                writer.WriteArrayHeader(Keys);
                for (var i = 0; i < Keys; i++)
                {
                    writer.WriteArrayHeader(2);
                    writer.Write(i);
                    writer.Write(refused ? 7 : i % 12); // 417 in each of twelve buckets: half of that is the average
                }
            });
            CountedKey.Comparisons = 0;
            Assert.Equal(refused, Attempt.Read<HashTables>(payload) is null);
            Assert.InRange(CountedKey.Comparisons, Keys, (long)HashGuard.StepsPerKey * Keys + Keys);
        }
    }

    [Fact]
    public void An_element_that_is_repeated_is_no_collision()
    {
        var set = Read(1, Array(Enumerable.Repeat(7L, Count))).HashSet!;
        Assert.Equal([7], set);
    }

    [Fact]
    public void Repeating_the_far_end_of_a_long_bucket_is_refused()
    {
        const int Long = 3000;
        var numbers = Colliding.Take(Long).Select(static number => (long)number);
        Assert.Equal(Long, Read(1, Array(numbers.Concat(Enumerable.Range(1, Count - Long).Select(static i => (long)i)))).HashSet!.Count(static number => number == 0 || number >= Count));
        Assert.Contains("bucket", Attempt.Refuse<HashTables>(Payload(1, Array(numbers.Concat(Enumerable.Repeat(0L, Count - Long))))).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Ordinary_keys_are_taken_in_any_number()
    {
        Taken(Enumerable.Range(0, Count).Select(static i => (long)i));
        Taken(Enumerable.Range(0, Count).Select(static i => (long)i * 1000));
        Taken(Enumerable.Range(0, Count).Select(static i => (long)i << 32));
        Taken(Enumerable.Range(0, Count).Select(static i => ((long)(i % 200) << 32) | (uint)(i / 200)));
        Taken(Enumerable.Range(0, Count).Select(static i => DateTime.UnixEpoch.AddMinutes(i).Ticks));
        var random = new Random(1);
        Taken(Enumerable.Range(0, Count).Select(_ => random.NextInt64()).Distinct());
    }

    [Fact]
    public void Few_keys_may_collide_as_they_like()
    {
        var numbers = Enumerable.Range(0, 2 * HashGuard.StepsPerKey).Select(static i => (long)i * new Dictionary<int, int>(2 * HashGuard.StepsPerKey).Capacity);
        Assert.Equal(2 * HashGuard.StepsPerKey, Read(0, Map(numbers)).Dictionary!.Count);
    }

    [Fact]
    public void Tables_keep_the_default_comparer()
    {
        var numbers = Enumerable.Range(0, Count).Select(static i => (long)i).ToList();
        Assert.Same(EqualityComparer<int>.Default, Read(0, Map(numbers)).Dictionary!.Comparer);
        Assert.Same(EqualityComparer<int>.Default, Read(1, Array(numbers)).HashSet!.Comparer);
        Assert.Same(EqualityComparer<int>.Default, Read(3, Map(numbers.Take(100))).ConcurrentDictionary!.Comparer);
    }

    /// <summary>Whatever the number of buckets is that a concurrent dictionary chooses, nobody can know which keys share one.</summary>
    [Fact]
    public void Keys_of_a_concurrent_dictionary_are_spread()
    {
        const int Keys = 5000;
        for (var buckets = Keys; buckets < 20 * Keys; buckets = new Dictionary<int, int>(buckets + 1).Capacity)
        {
            var concurrent = HashGuard.ToConcurrentDictionary(Enumerable.Range(0, Keys).ToDictionary(i => i * buckets, static i => i));
            Assert.All(Enumerable.Range(0, Keys), i => Assert.Equal(i, concurrent[i * buckets]));
            var longest = concurrent.Keys.GroupBy(key => (uint)concurrent.Comparer.GetHashCode(key) % buckets).Max(static bucket => bucket.Count());
            Assert.InRange(longest, 1, 40);
        }
    }

    private static void Taken(IEnumerable<long> numbers)
    {
        var payload = Map(numbers.ToList());
        var read = Read(8, payload).ReadOnlyDictionary!;
        Assert.Equal(numbers.Count(), read.Count);
        Assert.Equal(read.Keys.Order(), Read(6, payload).ImmutableDictionary!.Keys.Order());
    }

    /// <summary>
    /// Refused in the first third: the n-th key of one bucket takes n steps, so 256 steps for each of 40,000 keys are used up by the first 4,526.
    /// </summary>
    private static void Refused(int key, Writing write)
    {
        var payload = Payload(key, write);
        var exception = Attempt.Refuse<HashTables>(payload);
        Assert.Contains("bucket", exception.Found, StringComparison.Ordinal);
        Assert.Equal("test.hash-tables/v1", exception.Contract);
        Assert.InRange(exception.Offset, key + 100, payload.Length / 3);
    }

    private delegate void Writing(ref MessagePackWriter writer);

    private static Writing Map(IEnumerable<long> keys) => (ref MessagePackWriter writer) =>
    {
        var list = keys.ToList();
        writer.WriteMapHeader(list.Count);
        foreach (var key in list)
        {
            writer.Write(key);
            writer.Write(1);
        }
    };

    private static Writing Array(IEnumerable<long> numbers) => (ref MessagePackWriter writer) =>
    {
        var list = numbers.ToList();
        writer.WriteArrayHeader(list.Count);
        foreach (var number in list)
        {
            writer.Write(number);
        }
    };

    private static byte[] Payload(int key, Writing write)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        writer.WriteArrayHeader(key + 1);
        for (var i = 0; i < key; i++)
        {
            writer.WriteNil();
        }

        write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static HashTables Read(int key, Writing write) => MessageSerializer.Deserialize<HashTables>(Payload(key, write).AsMemory());
}
