using System.Buffers;
using System.Text.Json;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Tests.Contracts;

namespace Messaging.Codegen.Tests.Facts;

/// <summary>What payloads look like.</summary>
public sealed class PayloadJsonTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    [Fact]
    public void Scalars_are_readable() => Assert.Equal(
        """
        {"Boolean":true,"SByte":-1,"Byte":2,"Int16":-3,"UInt16":4,"Int32":-5,"UInt32":6,"Int64":-9223372036854775808,"UInt64":18446744073709551615,
        "Single":0.1,"Double":0.1,"Char":97,"String":"ж\"","Guid":"00112233-4455-6677-8899-aabbccddeeff","Decimal":"12.50",
        "DateTime":"2026-01-02T03:04:05.6000000Z","DateTimeOffset":"2026-01-02T03:04:05.0000000+02:00","TimeSpan":"1.02:03:04",
        "DateOnly":"2026-01-02","TimeOnly":"03:04:05.0000000"}
        """.ReplaceLineEndings(""),
        TestFacts.View(new Scalars
        {
            Boolean = true,
            SByte = -1,
            Byte = 2,
            Int16 = -3,
            UInt16 = 4,
            Int32 = -5,
            UInt32 = 6,
            Int64 = long.MinValue,
            UInt64 = ulong.MaxValue,
            Single = 0.1f,
            Double = 0.1,
            Char = 'a',
            String = "ж\"",
            Guid = Id,
            Decimal = 12.50m,
            DateTime = new DateTime(2026, 1, 2, 3, 4, 5, 600, DateTimeKind.Utc),
            DateTimeOffset = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            TimeSpan = new TimeSpan(1, 2, 3, 4),
            DateOnly = new DateOnly(2026, 1, 2),
            TimeOnly = new TimeOnly(3, 4, 5),
        }));

    [Fact]
    public void Numbers_are_names_where_there_are_any() => Assert.Equal(
        """{"Small":"Last","Signed":"Low","Open":17,"Choices":"Top","Maybe":null,"Many":["High","MinusOne"],"Map":{"Some":3}}""",
        TestFacts.View(new Enums
        {
            Small = Small.Last,
            Signed = Signed.Low,
            Open = (Open)17,
            Choices = Choices.Top,
            Many = [Signed.High, Signed.MinusOne],
            Map = new() { [Open.Some] = Choices.First | Choices.Second },
        }));

    [Fact]
    public void Cases_tell_which_they_are() => Assert.Equal(
        """
        {"Payment":{"$case":1,"$type":"part:GoldCard","$value":{"Number":"1","Level":2}},
        "More":[{"$case":2,"$type":"part:Transfer","$value":{"Iban":"DE"}}],
        "Shape":{"$case":1,"$type":"part:Group","$value":{"Id":0,"Shapes":[{"$case":0,"$type":"part:Circle","$value":{"Id":1,"Radius":"NaN"}}]}}}
        """.ReplaceLineEndings(""),
        TestFacts.View(new Unions(
            new GoldCard("1", 2), [new Transfer { Iban = "DE" }], new Group { Shapes = [new Circle { Id = 1, Radius = double.NaN }] })));

    [Fact]
    public void Maps_have_their_keys() => Assert.Equal(
        """
        {"HashSet":["a"],"ISet":[],"SortedSet":[],"ImmutableHashSet":[],"ImmutableSortedSet":[],"Dictionary":{"x":1},"IDictionary":{"-1":null},
        "IReadOnlyDictionary":{"00112233-4455-6677-8899-aabbccddeeff":{"Sku":"s","Quantity":1,"UnitPrice":"1.50"}},"SortedDictionary":{},"SortedList":{},
        "ReadOnlyDictionary":{},"ImmutableDictionary":{},"ImmutableSortedDictionary":{},"Pair":["p",{"X":1,"Y":2}],"Nested":{"n":{"5":true}},"IReadOnlySet":null}
        """.ReplaceLineEndings(""),
        TestFacts.View(new Maps
        {
            HashSet = ["a"],
            Dictionary = new() { ["x"] = 1 },
            IDictionary = new Dictionary<int, string?> { [-1] = null },
            IReadOnlyDictionary = new Dictionary<Guid, Line> { [Id] = new("s", 1) },
            Pair = new("p", new(1, 2)),
            Nested = new() { ["n"] = new() { [5] = true } },
        }));

    [Fact]
    public void Binary_data_is_base64_and_slots_without_a_member_are_left_out()
    {
        Assert.StartsWith("""{"Numbers":[],"Bytes":"AQID","Texts":null,""", TestFacts.View(new Sequences { Bytes = [1, 2, 3] }), StringComparison.Ordinal);
        Assert.Equal("""{"First":4,"Last":"z"}""", TestFacts.View(new Sparse { First = 4, Last = "z" }));
        Assert.Equal("{}", TestFacts.View(new Outer.Empty()));
    }

    [Fact]
    public void Maps_of_names_have_the_names_of_the_wire() => Assert.Equal(
        """
        {"Place":{"zip":1,"city":"c","country":null,"people":[{"Name":"n","Note":null,"Age":7}]},"Spots":[{"X":1,"Y":2}],"Person":null}
        """,
        TestFacts.View(new MapsInArray(new Place(1, "c") { People = [new Person { Age = 7, Name = "n" }] }, [new Spot(1, 2)], null)));

    [Fact]
    public void Large_integers_are_quoted_on_demand()
    {
        byte[] payload = [0x92, 0xcf, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xcf, 0, 0x20, 0, 0, 0, 0, 0, 0];

        Assert.Equal("[9007199254740991,9007199254740992]", Value(TestFacts.View("x/v1", payload)));
        Assert.Equal("[9007199254740991,\"9007199254740992\"]", Value(TestFacts.View("x/v1", payload, quoteLargeIntegers: true)));

        static string Value(string view) => JsonDocument.Parse(view).RootElement.GetProperty("$value").GetRawText();
    }

    [Fact]
    public void Segments_and_indented_text_show_the_same()
    {
        var payload = MessageSerializer.SerializeToArray(new Sparse { First = 4, Last = "z<" });
        var first = new Part(payload.AsMemory(0, 5));
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            new PayloadJson(TestFacts.All).Write(json, "test.sparse/v1", new ReadOnlySequence<byte>(first, 0, first.Follow(payload.AsMemory(5)), payload.Length - 5));
        }

        Assert.Equal("""{"First":4,"Last":"z\u003C"}"""u8, output.WrittenSpan);
        Assert.Equal("{\n  \"First\": 4,\n  \"Last\": \"z<\"\n}", new PayloadJson(TestFacts.All).Format("test.sparse/v1", payload).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_member_of_every_payload_is_there()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var samples = new Samples(seed);
            Prove(samples.Scalars());
            Prove(samples.NullableScalars());
            Prove(samples.Enums());
            Prove(samples.Sequences());
            Prove(samples.Maps());
            Prove(samples.Parts());
            Prove(samples.Tree(3));
            Prove(samples.Inherited());
            Prove(samples.Unions());
            Prove(samples.Mutable());
            Prove(samples.Sparse());
            Prove(samples.Named());
            Prove(samples.NamedInherited());
            Prove(samples.ImplicitInherited());
        }

        static void Prove<T>(T message)
            where T : IMessage<T>
        {
            var identity = T.Contract.Identity;
            var expected = TestFacts.Lines.Select(static line => FactLine.Parse(line)!)
                .Where(line => line.Head == identity)
                .Select(static line => line.Kind switch
                {
                    FactKinds.Key => KeyFact.Parse(line.Value)!.Member.Name,
                    FactKinds.Name => NameFact.Parse(line.Value)!.Key,
                    _ => null,
                })
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal);
            using var view = JsonDocument.Parse(TestFacts.View(message), new JsonDocumentOptions { MaxDepth = 1000 });
            Assert.Equal(expected, view.RootElement.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
            Assert.DoesNotContain("$note", view.RootElement.GetRawText(), StringComparison.Ordinal);
        }
    }

    private sealed class Part : ReadOnlySequenceSegment<byte>
    {
        public Part(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Part Follow(ReadOnlyMemory<byte> memory)
        {
            var next = new Part(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
