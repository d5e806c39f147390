using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Values in forms that our writer never chooses, as other writers do.</summary>
public class OddEncodingTests
{
    private const int Rounds = 1500;

    [Fact]
    public void Wider_forms_are_read_as_the_oracle_reads_them()
    {
        Rewritten(samples => samples.Scalars(), integersAsFloats: false, Rounds);
        Rewritten(samples => samples.NullableScalars(), integersAsFloats: false, Rounds);
        Rewritten(samples => samples.Order(), integersAsFloats: false, Rounds);
        Rewritten(samples => samples.Numbers(), integersAsFloats: false, Rounds / 5);
    }

    [Fact]
    public void Whole_floats_are_read_as_integers()
    {
        Rewritten(samples => samples.Scalars(), integersAsFloats: true, Rounds);
        Rewritten(samples => samples.Order(), integersAsFloats: true, Rounds);
        Rewritten(samples => samples.Numbers(), integersAsFloats: true, Rounds / 5);
    }

    [Fact]
    public void Members_of_a_newer_contract_are_skipped()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            var samples = new Samples(seed);
            Order order = samples.Order();
            byte[] payload = MessageSerializer.SerializeToArray(order);
            byte[] extra = [.. MessageSerializer.SerializeToArray(samples.Numbers()), .. MessageSerializer.SerializeToArray(samples.Order())];
            Assert.Equal(0x9a, payload[0]);
            byte[] longer = [0x9c, .. payload[1..], .. extra];
            Oracle.AssertSame(order, MessageSerializer.Deserialize<Order>(longer), $"seed {seed}");
        }
    }

    [Fact]
    public void Members_of_an_older_contract_keep_their_defaults()
    {
        byte[] payload = MessageSerializer.SerializeToArray(new Samples(1).Order() with { Region = "eu" });
        byte[] shorter = [0x92, .. payload.AsSpan(1, Put.GuidBytes + 3)];
        Order order = MessageSerializer.Deserialize<Order>(shorter);
        Assert.Equal("eu", order.Region);
        Assert.Empty(order.Lines!);
        Assert.Null(order.Payment);
    }

    private static void Rewritten<T>(Func<Samples, T> make, bool integersAsFloats, int rounds)
        where T : class, IMessage<T>
    {
        for (int seed = 0; seed < rounds; seed++)
        {
            var samples = new Samples(seed);
            byte[] payload = Oracle.Write(make(samples));
            byte[] odd = new OddEncoder(samples.Random, integersAsFloats).Rewrite(payload);
            T expected = Oracle.Read<T>(integersAsFloats ? payload : odd);
            Oracle.AssertSame(expected, MessageSerializer.Deserialize<T>(odd), $"seed {seed}: {Convert.ToHexString(odd)}");
        }
    }
}
