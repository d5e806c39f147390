using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>The same bytes as MessagePack-CSharp, and each reads the other's.</summary>
public class RoundTripTests
{
    private const int Rounds = 3000;

    [Fact]
    public void Scalars_agree() => Agree(samples => samples.Scalars(), Rounds);

    [Fact]
    public void Nullable_scalars_agree() => Agree(samples => samples.NullableScalars(), Rounds);

    [Fact]
    public void Number_arrays_and_lists_agree() => Agree(samples => samples.Numbers(), Rounds / 5);

    [Fact]
    public void Parts_unions_and_maps_agree() => Agree(samples => samples.Order(), Rounds);

    [Fact]
    public void Null_and_empty_collections_agree()
    {
        Agree(new Numbers(), "null");
        Agree(new Numbers { Ints = [], IntList = [], Doubles = [], ByteList = [], Flags = [] }, "empty");
        Agree(new Scalars { Blob = [], Text = "" }, "empty");
        Agree(new Order { Id = default, Region = "", Lines = [], Tags = [], Counts = [], Links = [] }, "empty");
    }

    [Fact]
    public void Long_texts_and_collections_agree()
    {
        foreach (int length in new[] { 65_535, 65_536, 65_537, 200_000 })
        {
            foreach (string unit in new[] { "a", "é", "中", "𝄞", "\ud800" })
            {
                var order = new Order { Id = default, Region = string.Concat(Enumerable.Repeat(unit, length)), Tags = new string?[length] };
                Agree(order, $"{length} x {(int)unit[0]:x}");
            }
            Agree(new Scalars { Blob = new byte[length] }, $"{length} bytes");
        }
    }

    [Fact]
    public void Each_length_of_text_agrees()
    {
        foreach (string alphabet in new[] { "abc", "aé", "é", "中", "a𝄞", "𝄞", "abcdefghijklmnopqé" })
        {
            for (int length = 0; length < 400; length++)
            {
                var text = string.Create(length, alphabet, static (span, letters) =>
                {
                    for (int i = 0; i < span.Length; i++)
                        span[i] = letters[i % letters.Length];
                });
                Agree(new Scalars { Text = text }, $"{length} of {alphabet}");
            }
        }
    }

    private static void Agree<T>(Func<Samples, T> make, int rounds)
        where T : IMessage<T>
    {
        for (int seed = 0; seed < rounds; seed++)
            Agree(make(new Samples(seed)), $"seed {seed}");
    }

    private static void Agree<T>(T message, string because)
        where T : IMessage<T>
    {
        byte[] expected = Oracle.Write(message);
        byte[] actual = MessageSerializer.SerializeToArray(message);
        Assert.True(expected.AsSpan().SequenceEqual(actual), $"{because}: {Convert.ToHexString(expected)} but {Convert.ToHexString(actual)}");
        T expectedValue = Oracle.Read<T>(actual);
        T actualValue = MessageSerializer.Deserialize<T>(expected);
        Oracle.AssertSame(expectedValue, actualValue, because);
    }
}
