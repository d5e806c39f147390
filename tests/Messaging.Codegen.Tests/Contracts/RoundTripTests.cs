using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Emitted serializers against MessagePack-CSharp on the same types: equal bytes, and each reads what the other has written.</summary>
public sealed class RoundTripTests
{
    private const int Rounds = 200;

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
    public void Contracts_that_nest_themselves() => Prove(static samples => samples.Tree(3));

    [Fact]
    public void Members_of_generic_bases() => Prove(static samples => samples.Inherited());

    [Fact]
    public void Unions() => Prove(static samples => samples.Unions());

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

    [Fact]
    public void Structs() => Prove(static samples => samples.Mutable());

    [Fact]
    public void Keys_that_are_not_used() => Prove(static samples => samples.Sparse());

    [Fact]
    public void Contracts_without_members() => Prove(static _ => new Outer.Empty());

    internal static void Prove<T>(Func<Samples, T> make)
        where T : IMessage<T>
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var message = make(new Samples(seed));
            var expected = MessagePackSerializer.Serialize(message, MessagePackSerializerOptions.Standard);
            var actual = MessageSerializer.SerializeToArray(message);
            Assert.True(expected.AsSpan().SequenceEqual(actual), $"Seed {seed}: {Convert.ToHexString(expected)} is expected, {Convert.ToHexString(actual)} written.");

            var ours = MessageSerializer.Deserialize<T>(expected.AsMemory());
            Assert.Equal(expected, MessagePackSerializer.Serialize(ours, MessagePackSerializerOptions.Standard));

            var theirs = MessagePackSerializer.Deserialize<T>(actual, MessagePackSerializerOptions.Standard);
            Assert.Equal(expected, MessageSerializer.SerializeToArray(theirs));
        }
    }
}
