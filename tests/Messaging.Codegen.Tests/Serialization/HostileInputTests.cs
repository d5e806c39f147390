using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Whatever the bytes, a read either gives a message or the one exception.</summary>
public class HostileInputTests
{
    [Fact]
    public void Every_truncation_is_refused()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var samples = new Samples(seed);
            Truncate(samples.Scalars());
            Truncate(samples.NullableScalars());
            Truncate(samples.Order());
        }
        Truncate(new Samples(3).Numbers());
    }

    [Fact]
    public void Mutated_scalars_are_judged_as_the_oracle_judges_them() =>
        Mutate(samples => samples.Scalars(), Departures.OfScalars);

    [Fact]
    public void Mutated_nullable_scalars_are_judged_as_the_oracle_judges_them() =>
        Mutate(samples => samples.NullableScalars(), Departures.OfIntegers);

    [Fact]
    public void Mutated_numbers_are_judged_as_the_oracle_judges_them() =>
        Mutate(samples => samples.Numbers(), Departures.OfIntegers, seeds: 300);

    [Fact]
    public void Mutated_orders_never_do_worse_than_the_exception()
    {
        int accepted = 0;
        for (int seed = 0; seed < 4000; seed++)
        {
            var samples = new Samples(seed);
            byte[] payload = MessageSerializer.SerializeToArray(samples.Order());
            for (int i = 0; i < 10; i++)
            {
                byte[] mutated = Mutation.Of(payload, samples.Random);
                Order? order = Attempt.Read<Order>(mutated);
                if (order is null)
                    continue;
                accepted++;
                Oracle.AssertSame(order, MessageSerializer.Deserialize<Order>(Oracle.Write(order)), $"seed {seed}");
            }
        }
        Assert.InRange(accepted, 1000, 39_000);
    }

    [Fact]
    public void Random_bytes_never_do_worse_than_the_exception()
    {
        var random = new Random(7);
        for (int i = 0; i < 50_000; i++)
        {
            byte[] payload = new byte[random.Next(1, 60)];
            random.NextBytes(payload);
            payload[0] = (byte)(0x90 + random.Next(16));
            Attempt.Read<Scalars>(payload);
            Attempt.Read<Order>(payload);
            Attempt.Read<Category>(payload);
            Attempt.Read<Numbers>(payload);
        }
    }

    [Fact]
    public void Bytes_behind_the_message_are_refused()
    {
        byte[] payload = [.. MessageSerializer.SerializeToArray(new Category { Number = 1 }), 0xc0];
        MessageFormatException e = Attempt.Refuse<Category>(payload);
        Assert.Equal(3, e.Offset);
        Assert.Equal("1 more bytes", e.Found);
    }

    [Fact]
    public void The_byte_that_the_format_never_uses_is_refused_also_when_skipped()
    {
        MessageFormatException e = Attempt.Refuse<Category>([0x93, 0x01, 0xc0, 0xc1]);
        Assert.Equal("[2]", e.KeyPath);
        Assert.Contains("0xc1", e.Found);
    }

    [Fact]
    public void Skipping_a_million_nested_arrays_costs_no_stack()
    {
        byte[] payload = new byte[1_000_003];
        payload.AsSpan().Fill(0x91);
        payload[0] = 0x93;
        payload[1] = 1;
        payload[2] = 0xc0;
        payload[^1] = 0xc0;
        Assert.Equal(1, MessageSerializer.Deserialize<Category>(payload).Number);

        payload[^1] = 0xc1;
        Assert.EndsWith("[0]", Attempt.Refuse<Category>(payload).KeyPath);
    }

    [Fact]
    public void Nesting_is_limited_in_both_directions()
    {
        Category root = Chain(PackLimits.MaxDepth);
        byte[] payload = MessageSerializer.SerializeToArray(root);
        Assert.Equal(payload, MessageSerializer.SerializeToArray(MessageSerializer.Deserialize<Category>(payload)));

        Assert.Throws<InvalidOperationException>(() => MessageSerializer.SerializeToArray(Chain(PackLimits.MaxDepth + 1)));
        byte[] deeper = [0x92, 0x00, .. payload];
        Assert.Contains("500 nested levels", Attempt.Refuse<Category>(deeper).Expected);

        root.Child!.Child = root;
        Assert.Throws<InvalidOperationException>(() => MessageSerializer.SerializeToArray(root));
    }

    private static Category Chain(int depth)
    {
        var category = new Category { Number = depth };
        while (--depth > 0)
            category = new Category { Number = depth, Child = category };
        return category;
    }

    private static void Truncate<T>(T message)
        where T : class, IMessage<T>
    {
        byte[] payload = MessageSerializer.SerializeToArray(message);
        for (int length = 0; length < payload.Length; length++)
            Assert.Null(Attempt.Read<T>(payload.AsSpan(0, length).ToArray()));
    }

    private static void Mutate<T>(Func<Samples, T> make, Func<byte[], bool> departs, int seeds = 4000)
        where T : class, IMessage<T>
    {
        int accepted = 0;
        int refused = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            var samples = new Samples(seed);
            byte[] payload = MessageSerializer.SerializeToArray(make(samples));
            for (int i = 0; i < 10; i++)
            {
                byte[] mutated = Mutation.Of(payload, samples.Random);
                T? expected = Oracle.TryRead<T>(mutated);
                T? actual = Attempt.Read<T>(mutated);
                string because = $"seed {seed}, mutation {i}: {Convert.ToHexString(mutated)}";
                Assert.True(actual is not null || expected is null, because);
                Assert.True(actual is null || expected is not null || departs(mutated), because);
                if (actual is null || expected is null)
                {
                    refused++;
                    continue;
                }
                accepted++;
                Oracle.AssertSame(expected, actual, because);
            }
        }
        Assert.True(accepted > seeds / 2 && refused > seeds / 2, $"{accepted} accepted, {refused} refused");
    }
}
