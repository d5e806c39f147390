using System.Text.Json;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Tests.Contracts;
using Messaging.Codegen.Tests.Serialization;
using Samples = Messaging.Codegen.Tests.Contracts.Samples;

namespace Messaging.Codegen.Tests.Facts;

/// <summary>Payloads that are not what the facts say: nothing of them is hidden, and nothing of them does harm.</summary>
public sealed class DepartureTests
{
    private static readonly ContractFacts Facts = ContractFacts.Parse(
    [
        "shop.order/v1 message event    # CLR Shop.Order",
        "shop.order/v1 key 000 Id uuid.str!",
        "shop.order/v1 key 001 Count i8",
        "shop.order/v1 key 002 Lines [part:Line] =[]",
        "shop.order/v1 key 004 Payment union:IPayment?",
        "shop.order/v1 key 005 At ts",
        "shop.order/v1 key 006 By {part:Line:later.str}",
        "shop.order/v1 key 007 Later <new>",
        "shop.order/v1 key 008 Twice part:Twice",
        "shop.order/v1 key 009 Other other/v1",
        "part:Line key 000 Sku str!",
        "part:Twice key 000 A i32",
        "part:Twice key 000 B i32",
        "union:IPayment union",
        "union:IPayment case 000 part:Line",
        "shop.wide/v1 message event",
        "shop.wide/v1 key 000 A i128.bin",
        "shop.wide/v1 key 001 B u128.bin",
        "shop.wide/v1 key 002 C int.bin",
        "shop.wide/v1 key 003 D half.f32",
        "shop.named/v1 message event",
        "shop.named/v1 map",
        "shop.named/v1 name \"city\" City str!",
        "shop.named/v1 name \"a\\u0020b\" B i32",
        "# a line about something else",
        "nonsense",
    ]);

    [Theory]
    [InlineData("91d92430303131323233332d343435352d363637372d383839392d616162626363646465656666", """{"Id":"00112233-4455-6677-8899-aabbccddeeff"}""")]
    [InlineData("9105", """{"Id":{"$note":"expected uuid.str, found the integer 5","$value":5}}""")]
    [InlineData("91a178", """{"Id":{"$note":"expected uuid.str, found a string of 2 bytes with its header","$value":"x"}}""")]
    [InlineData("91c0", """{"Id":{"$note":"expected uuid.str, found nil","$value":null}}""")]
    [InlineData("90", """{"$note":"required, but missing: Id"}""")]
    [InlineData("92c0ccc8", """{"Id":{"$note":"expected uuid.str, found nil","$value":null},"Count":{"$note":"expected i8, found the integer 200","$value":200}}""")]
    public void Members(string payload, string expected) => Assert.Equal(expected, TestFacts.View("shop.order/v1", Convert.FromHexString(payload), Facts));

    [Theory]
    [InlineData("Count", "cb4008000000000000", "3")]
    [InlineData("Lines", "9191a173", """[{"Sku":"s"}]""")]
    [InlineData("Lines", "9192a17307", """[{"Sku":"s","$1":7}]""")]
    [InlineData("Lines", "c0", "null")]
    [InlineData("Lines", "81a16101", """{"$note":"expected [part:Line], found a map of 1 pairs","$value":{"a":1}}""")]
    [InlineData("Lines", "91a161", """[{"$note":"expected part:Line, found a string of 2 bytes with its header","$value":"a"}]""")]
    [InlineData("Payment", "920091a173", """{"$case":0,"$type":"part:Line","$value":{"Sku":"s"}}""")]
    [InlineData("Payment", "920991a173", """{"$case":9,"$note":"unknown case","$value":["s"]}""")]
    [InlineData("Payment", "9100", """{"$note":"expected union:IPayment?, found an array of 1 elements","$value":[0]}""")]
    [InlineData("Payment", "92a16100", """{"$note":"expected union:IPayment?, found an array of 2 elements","$value":["a",0]}""")]
    [InlineData("At", "d6ff00000000", "\"1970-01-01T00:00:00.0000000Z\"")]
    [InlineData("At", "c70cff000000007fffffffffffffff", """{"$note":"expected ts, found an extension of 15 bytes with its header","$value":{"$ext":-1,"$bytes":"AAAAAH//////////"}}""")]
    [InlineData("By", "8191a173a16c", """[[{"Sku":"s"},"l"]]""")]
    [InlineData("By", "8191a17305", """[[{"Sku":"s"},{"$note":"expected later.str, found the integer 5","$value":5}]]""")]
    [InlineData("Later", "82a1610192c2c4011705", """{"a":1,"$ksLEARc=":5}""")]
    [InlineData("Later", "c7020501ff", """{"$ext":5,"$bytes":"Af8="}""")]
    [InlineData("Later", "94ca7f800000cb7ff8000000000000d6ff00000001c403010203", """["Infinity","NaN","1970-01-01T00:00:01.0000000Z","AQID"]""")]
    [InlineData("Later", "a2c328", "\"\uFFFD(\"")]
    [InlineData("Twice", "9101", """{"$note":"there are several part:Twice","$value":[1]}""")]
    [InlineData("Other", "9101", """{"$note":"no facts about other/v1","$value":[1]}""")]
    public void Values(string member, string value, string expected)
    {
        var key = Array.IndexOf(["Id", "Count", "Lines", "", "Payment", "At", "By", "Later", "Twice", "Other"], member);
        byte[] payload = [(byte)(0x91 + key), 0x05, .. Enumerable.Repeat((byte)0xc0, key - 1), .. Convert.FromHexString(value)];

        using var view = JsonDocument.Parse(TestFacts.View("shop.order/v1", payload, Facts));

        Assert.Equal(expected, view.RootElement.GetProperty(member).GetRawText());
    }

    [Theory]
    [InlineData("9305c0c0", "shop.order/v2", """{"$note":"no facts about shop.order/v2","$value":[5,null,null]}""")]
    [InlineData("a161", "shop.order/v1", """{"$note":"expected shop.order/v1, found a string of 2 bytes with its header","$value":"a"}""")]
    [InlineData("94c410ffffffffffffffffffffffffffffffffc410ffffffffffffffffffffffffffffffffc402ff0005", "shop.wide/v1", """{"A":-1,"B":340282366920938463463374607431768211455,"C":255,"D":5}""")]
    [InlineData("9305ffc400", "shop.wide/v1", """{"A":5,"B":{"$note":"expected u128.bin, found the integer -1","$value":-1},"C":0}""")]
    [InlineData("91c40101", "shop.wide/v1", """{"A":{"$note":"expected i128.bin, found binary data of 3 bytes with its header","$value":"AQ=="}}""")]
    [InlineData("90010203", "test/v1", """{"$note":"bytes follow the message","$value":{"$note":"no facts about test/v1","$value":[]},"$bytes":"AQID"}""")]
    [InlineData("9505c0c007c0", "shop.order/v1", """{"Id":{"$note":"expected uuid.str, found the integer 5","$value":5},"Count":null,"Lines":null,"$3":7,"Payment":null}""")]
    [InlineData("82a463697479a163a3612062a162", "shop.named/v1", """{"city":"c","a b":{"$note":"expected i32, found a string of 2 bytes with its header","$value":"b"}}""")]
    [InlineData("8205c3a3612062c0", "shop.named/v1", """{"5":true,"a b":null,"$note":"required, but missing: City"}""")]
    [InlineData("82a463697479a163a463697479a164", "shop.named/v1", """{"city":"c","city":"d","$note":"a name comes twice"}""")]
    [InlineData("9105", "shop.named/v1", """{"$note":"expected shop.named/v1, found an array of 1 elements","$value":[5]}""")]
    public void Messages(string payload, string contract, string expected) =>
        Assert.Equal(expected, TestFacts.View(contract, Convert.FromHexString(payload), Facts));

    [Theory]
    [InlineData("", 0)]
    [InlineData("92", 0)]
    [InlineData("9205", 0)]
    [InlineData("9205a3", 2)]
    [InlineData("9205c1", 2)]
    [InlineData("dd7fffffff", 0)]
    public void Bytes_that_break_off_are_refused_with_their_place(string payload, int offset)
    {
        var exception = Assert.Throws<MessageFormatException>(() => TestFacts.View("shop.order/v1", Convert.FromHexString(payload), Facts));
        Assert.Equal(offset, exception.Offset);
        Assert.Equal("shop.order/v1", exception.Contract);
    }

    [Theory]
    [InlineData(0x91, new byte[0])]
    [InlineData(0x81, new byte[] { 0x01 })]
    public void Any_depth_is_shown_as_far_as_it_makes_sense(byte header, byte[] key)
    {
        byte[] payload = [.. Enumerable.Range(0, 200_000).SelectMany(_ => (byte[])[header, .. key]), 0xc0];

        var view = TestFacts.View("x/v1", payload);

        Assert.Contains("nested too deeply", view, StringComparison.Ordinal);
        Assert.InRange(view.Length, payload.Length, 2 * payload.Length);
    }

    [Fact]
    public void A_contract_that_nests_itself_is_shown_as_deep_as_it_can_be_read()
    {
        var tree = new Tree("leaf", []);
        for (var i = 0; i < 498; i++)
        {
            tree = new Tree("", [], tree);
        }

        Assert.Contains("leaf", TestFacts.View(tree), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_payloads_give_json_or_the_one_exception()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var samples = new Samples(seed);
            Prove("test.scalars/v1", MessageSerializer.SerializeToArray(samples.Scalars()));
            Prove("test.maps/v1", MessageSerializer.SerializeToArray(samples.Maps()));
            Prove("test.unions/v1", MessageSerializer.SerializeToArray(samples.Unions()));
            Prove("test.enums/v1", MessageSerializer.SerializeToArray(samples.Enums()));
            Prove("test.tree/v1", MessageSerializer.SerializeToArray(samples.Tree(2)));
        }

        static void Prove(string contract, byte[] payload)
        {
            if (payload.Length > 20_000)
            {
                return;
            }

            var random = new Random(payload.Length);
            for (var i = 0; i < 60; i++)
            {
                var damaged = Mutation.Of(payload, random);
                try
                {
                    JsonDocument.Parse(TestFacts.View(contract, damaged), new JsonDocumentOptions { MaxDepth = 1000 }).Dispose();
                }
                catch (MessageFormatException exception)
                {
                    Assert.InRange(exception.Offset, 0, damaged.Length);
                }
            }
        }
    }
}
