using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Serialization;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>The types beyond the primitive ones and the common collections: in odd forms, in pieces, cut short, absent and mistaken for each other.</summary>
public sealed class TypeFormTests
{
    private const int Rounds = 40;

    private static readonly byte[][] OtherTokens =
    [
        [0xc3], // true
        [0xcb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], // 1.5
        [0xa1, 0x78], // "x"
        [0x81, 0xa1, 0x78, 0x01], // a map by a string
        [0x93, 0xa1, 0x78, 0xc3, 0x90], // an array
        [0xc4, 0x03, 1, 2, 3], // three bytes
        [0xd4, 0x05, 0x00], // an extension
    ];

    [Fact]
    public void Numbers() => Prove(static samples => samples.Numerics());

    [Fact]
    public void Nullable_numbers() => Prove(static samples => samples.NullableNumerics());

    [Fact]
    public void Classes_of_the_framework() => Prove(static samples => samples.FrameworkClasses());

    [Fact]
    public void Keys_of_dictionaries() => Prove(static samples => samples.KeyTypes());

    [Fact]
    public void Enums_of_every_base() => Prove(static samples => samples.EnumBases(), compareMistakes: false);

    [Fact]
    public void Collections_with_an_order_of_their_own() => Prove(static samples => samples.MoreSequences());

    [Fact]
    public void Hash_tables_of_other_kinds() => Prove(static samples => samples.MoreMaps());

    [Fact]
    public void Arrays_of_several_dimensions() => Prove(static samples => samples.Grids());

    [Fact]
    public void Tuples() => Prove(static samples => samples.Tuples());

    [Fact]
    public void Reading_turns_a_bag_around_as_the_oracle_does()
    {
        var payload = Oracle.Write(new MoreSequences { Bag = [1, 2, 3, 4, 5] });
        Oracle.AssertSame(Oracle.Read<MoreSequences>(payload), Read<MoreSequences>(payload), "a bag");
    }

    private static void Prove<T>(Func<Samples, T> make, bool compareMistakes = true)
        where T : class, IMessage<T>, new()
    {
        AbsentMembersAreDefaults<T>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            var message = make(new Samples(seed));
            var payload = MessageSerializer.SerializeToArray(message);
            Rewritten(message, payload, seed);
            InPieces(message, payload, seed);
            if (payload.Length < 2000)
            {
                CutShort<T>(payload);
            }

            if (compareMistakes)
            {
                Mistaken<T>(payload, seed);
            }
        }
    }

    private static void AbsentMembersAreDefaults<T>()
        where T : class, IMessage<T>, new()
    {
        var defaults = new T();
        var count = Members(MessageSerializer.SerializeToArray(defaults)).Count;
        Oracle.AssertSame(defaults, Read<T>([0x90]), "no members");
        byte[] nils = [0xdc, 0, (byte)count, .. Enumerable.Repeat((byte)0xc0, count)];
        Oracle.AssertSame(defaults, Read<T>(nils), "only nil");
        byte[] longer = [0xdc, 0, (byte)(count + 2), .. nils[3..], 0x81, 0xc0, 0x92, 0xc0, 0xc3, 0xd4, 0x05, 0x00];
        Oracle.AssertSame(defaults, Read<T>(longer), "members of a newer writer");
    }

    private static void Rewritten<T>(T message, byte[] payload, int seed)
        where T : IMessage<T>
    {
        foreach (var integersAsFloats in (bool[])[false, true])
        {
            var odd = new OddEncoder(new Random(seed), integersAsFloats).Rewrite(payload);
            Oracle.AssertSame(message, MessageSerializer.Deserialize<T>(odd.AsMemory()), $"seed {seed}: {Convert.ToHexString(odd)}");
        }
    }

    private static void InPieces<T>(T message, byte[] payload, int seed)
        where T : IMessage<T>
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var first = random.Next(payload.Length + 1);
            var second = random.Next(first, payload.Length + 1);
            var pieces = Segments.Three(payload, first, second);
            Oracle.AssertSame(message, MessageSerializer.Deserialize<T>(pieces), $"seed {seed}, {first}, {second}");
        }
    }

    private static void CutShort<T>(byte[] payload)
        where T : class, IMessage<T>
    {
        for (var length = 0; length < payload.Length; length++)
        {
            Assert.Null(Attempt.Read<T>(payload.AsMemory(0, length)));
        }
    }

    /// <summary>Every member replaced by a token of another kind is taken or refused as the oracle does, and never ends in another exception.</summary>
    private static void Mistaken<T>(byte[] payload, int seed)
        where T : class, IMessage<T>
    {
        var members = Members(payload);
        for (var key = 0; key < members.Count; key++)
        {
            foreach (var token in OtherTokens)
            {
                byte[] mistaken = [.. payload.AsSpan(0, members[key].Start), .. token, .. payload.AsSpan(members[key].End)];
                var expected = Oracle.TryRead<T>(mistaken);
                var actual = Attempt.Read<T>(mistaken);
                var because = $"seed {seed}, key {key}: {Convert.ToHexString(token)}";
                Assert.True(expected is null == actual is null, because);
                if (expected is not null && actual is not null)
                {
                    Oracle.AssertSame(expected, actual, because);
                }
            }
        }
    }

    private static List<(int Start, int End)> Members(byte[] payload)
    {
        var reader = new PackReader(payload, "test");
        var members = new List<(int Start, int End)>();
        for (var count = reader.ReadArrayHeader(); count > 0; count--)
        {
            var start = reader.Offset;
            reader.Skip();
            members.Add((start, reader.Offset));
        }

        return members;
    }

    private static T Read<T>(byte[] payload)
        where T : IMessage<T> => MessageSerializer.Deserialize<T>(payload.AsMemory());
}
