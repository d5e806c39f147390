namespace Messaging.Codegen.Tests.Contracts;

/// <summary>
/// Damaged payloads through emitted readers: each is read or refused with a <see cref="MessageFormatException"/>, and allocates no more than a small
/// multiple of its size.
/// </summary>
public sealed class HostileInputTests
{
    private const int Samples = 40;
    private const int MutationsPerSample = 60;

    [Fact]
    public void Scalars() => Prove(static samples => samples.Scalars());

    [Fact]
    public void Nullable_scalars() => Prove(static samples => samples.NullableScalars());

    [Fact]
    public void Enums() => Prove(static samples => samples.Enums());

    [Fact]
    public void Sequences() => Prove(static samples => samples.Sequences());

    [Fact]
    public void Sets_and_dictionaries() => Prove(static samples => samples.Maps());

    [Fact]
    public void Parts() => Prove(static samples => samples.Parts());

    [Fact]
    public void Contracts_that_nest_themselves() => Prove(static samples => samples.Tree(2));

    [Fact]
    public void Unions() => Prove(static samples => samples.Unions());

    [Fact]
    public void Generic_bases() => Prove(static samples => samples.Inherited());

    [Fact]
    public void Numbers_beyond_the_primitive_ones() => Prove(static samples => samples.Numerics());

    [Fact]
    public void Nullable_numbers_beyond_the_primitive_ones() => Prove(static samples => samples.NullableNumerics());

    [Fact]
    public void Classes_of_the_framework() => Prove(static samples => samples.FrameworkClasses());

    [Fact]
    public void Keys_of_dictionaries() => Prove(static samples => samples.KeyTypes());

    [Fact]
    public void Enums_of_every_base() => Prove(static samples => samples.EnumBases());

    [Fact]
    public void Collections_with_an_order_of_their_own() => Prove(static samples => samples.MoreSequences());

    [Fact]
    public void Hash_tables_of_other_kinds() => Prove(static samples => samples.MoreMaps());

    [Fact]
    public void Arrays_of_several_dimensions() => Prove(static samples => samples.Grids());

    [Fact]
    public void Tuples() => Prove(static samples => samples.Tuples());

    /// <summary>An array or map that announces two thousand million elements, at every place.</summary>
    [Fact]
    public void Announced_counts_are_not_believed()
    {
        var payload = MessageSerializer.SerializeToArray(new Samples(7).Sequences());
        for (var at = 0; at < payload.Length; at++)
        {
            foreach (var header in (byte[][])[[0xdd, 0x7f, 0xff, 0xff, 0xff], [0xdf, 0x7f, 0xff, 0xff, 0xff], [0xc6, 0x7f, 0xff, 0xff, 0xff], [0xdb, 0xff, 0xff, 0xff, 0xff]])
            {
                Read<Sequences>([.. payload.AsSpan(0, at), .. header, .. payload.AsSpan(at)], at);
            }
        }
    }

    internal static void Prove<T>(Func<Samples, T> make)
        where T : IMessage<T>
    {
        for (var seed = 0; seed < Samples; seed++)
        {
            var payload = MessageSerializer.SerializeToArray(make(new Samples(seed)));
            if (payload.Length > 20_000)
            {
                continue;
            }

            for (var length = 0; length < payload.Length; length += 1 + (payload.Length / 50))
            {
                Read<T>(payload[..length], seed);
            }

            var random = new Random(seed);
            for (var i = 0; i < MutationsPerSample; i++)
            {
                Read<T>(Mutate(payload, random), seed);
            }
        }
    }

    private static byte[] Mutate(byte[] payload, Random random)
    {
        var bytes = payload.ToList();
        for (var i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 5), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(0xc0, 0xe0));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }

    private static void Read<T>(byte[] payload, int seed)
        where T : IMessage<T>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            MessageSerializer.SerializeToArray(MessageSerializer.Deserialize<T>(payload.AsMemory()));
        }
        catch (MessageFormatException exception)
        {
            Assert.Equal(T.Contract.Identity, exception.Contract);
        }
        catch (Exception exception)
        {
            Assert.Fail($"Seed {seed}, {Convert.ToHexString(payload)}: {exception}");
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 200_000 + (100L * payload.Length), $"Seed {seed}, {Convert.ToHexString(payload)}: {allocated} bytes for {payload.Length}");
    }
}
