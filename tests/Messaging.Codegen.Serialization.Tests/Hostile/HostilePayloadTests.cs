using System.Text;
using Messaging.Codegen.Contracts;
using Messaging.Codegen.Serialization.Tests.ReaderContract;

namespace Messaging.Codegen.Serialization.Tests.Hostile;

/// <summary>Every contract against payloads that are damaged at every place. Each is refused by the one exception, which says where and why.</summary>
public sealed class HostilePayloadTests
{
    private const int Messages = 3;

    public static TheoryData<string> Contracts => Cases.Contracts;

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_payload_that_is_cut_off_anywhere_is_refused(string name) => Each(name, (contract, payload) =>
    {
        for (int length = 0; length < payload.Length; length++)
        {
            MessageFormatException e = Refuse(contract, payload[..length]);
            Assert.True(e.Found == "the end of the payload" || e.Found.StartsWith("a count of ", StringComparison.Ordinal) || e.Found.EndsWith("not complete", StringComparison.Ordinal), e.Message);
        }
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_length_that_the_payload_cannot_hold_is_refused_anywhere(string name) => Each(name, (contract, payload) =>
    {
        foreach (PayloadNode node in PayloadNode.Parse(payload).All())
        {
            foreach (uint length in new uint[] { (uint)payload.Length + 1, int.MaxValue, 1u << 31, uint.MaxValue })
            {
                foreach (byte code in new byte[] { 0xc6, 0xc9, 0xdb, 0xdd, 0xdf })
                {
                    byte[] header = [code, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length];
                    MessageFormatException e = Refuse(contract, node.ReplaceToken(header));
                    Assert.InRange(e.Offset, node.Parent?.Start ?? 0, node.Start);
                    AssertUnder(node.Parent, e.KeyPath);
                }
            }
        }
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_value_of_another_type_is_refused_where_it_stands_or_stands_for_the_same(string name) => Each(name, (contract, payload) =>
    {
        foreach (PayloadNode node in PayloadNode.Parse(payload).All())
        {
            foreach (byte[] value in (IEnumerable<byte[]>)[.. Cases.EveryKind, [0xc1]])
            {
                byte[] hostile = node.Replace(value);
                try
                {
                    byte[] written = contract.Write(contract.Read(hostile));
                    Assert.True(PayloadCheck.IsSame(contract, written, contract.Write(contract.Read(written))));
                }
                catch (MessageFormatException e)
                {
                    Assert.Equal(contract.Contract.Identity, e.Contract);
                    // Of two keys that have become the same, the later one is refused.
                    Assert.InRange(e.Offset, node.Parent?.Start ?? 0, hostile.Length - payload.Length + (node.Parent?.End ?? node.End));
                    AssertUnder(node.Parent, e.KeyPath);
                    Assert.NotEmpty(e.Expected);
                    Assert.NotEmpty(e.Found);
                }
            }
        }
    });

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_key_that_a_map_has_already_is_refused(string name) => Each(name, (contract, payload) =>
    {
        foreach (PayloadNode map in PayloadNode.Parse(payload).All().Where(node => node.IsMap && node.Children.Count is > 0 and < 30))
        {
            byte[] doubled = map.Replace([(byte)(0x80 + map.Children.Count / 2 + 1), .. map.Payload.AsSpan(map.TokenEnd, map.End - map.TokenEnd), .. map.Children[0].Bytes, .. map.Children[1].Bytes]);
            MessageFormatException e = Refuse(contract, doubled);
            Assert.Equal("a key that the map does not have yet", e.Expected);
            AssertUnder(map, e.KeyPath);
            Assert.InRange(e.Offset, map.Start, map.End + map.Children[1].End - map.Children[0].Start);
        }
    });

    /// <summary>
    /// Bytes that are not UTF-8 become U+FFFD in both serializers: no writer of ours produces them, and what one reader of a stream accepts the
    /// other must not refuse.
    /// </summary>
    [Theory]
    [InlineData("80")]
    [InlineData("C0 80")]
    [InlineData("C3")]
    [InlineData("E2 82")]
    [InlineData("ED A0 80")]
    [InlineData("F0 9F 98")]
    [InlineData("F4 90 80 80")]
    [InlineData("F8 88 80 80 80")]
    [InlineData("FE FF")]
    [InlineData("61 FF 62 C3 A9 C3")]
    public void Invalid_UTF8_is_read_as_replacement_characters(string hex)
    {
        byte[] bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        // Also behind and in front of valid text that is long enough for every path of the decoder.
        foreach (int before in new[] { 0, 5, 15, 16, 31, 40, 100 })
        {
            byte[] text = [.. Enumerable.Repeat((byte)'a', before), .. bytes, .. Enumerable.Repeat((byte)'b', before)];
            ContractCase contract = Cases.Of(nameof(Scalars));
            byte[] payload = PayloadNode.Parse(contract.Write(new Scalars())).Children[19].Replace([0xda, 0, (byte)text.Length, .. text]);
            string? read = ((Scalars)contract.Read(payload)).String;
            Assert.Equal(Encoding.UTF8.GetString(text), read);
            Assert.Equal(((Scalars)contract.OracleRead(payload)).String, read);
            Assert.Contains('\ufffd', read!);
        }
    }

    [Fact]
    public void Keys_that_become_the_same_by_replacement_are_the_same()
    {
        ContractCase contract = Cases.Of(nameof(Maps));
        byte[] payload = PayloadNode.Parse(contract.Write(new Maps())).Children[0].Replace([0x82, 0xa1, 0x80, 0x01, 0xa1, 0x81, 0x02]);
        MessageFormatException e = Refuse(contract, payload);
        Assert.StartsWith("[0]", e.KeyPath, StringComparison.Ordinal);
        Assert.Equal("a key that the map does not have yet", e.Expected);
    }

    [Theory]
    [InlineData(0x91, 0xc0)]
    [InlineData(0x81, 0x01)]
    public void Deep_nesting_is_skipped_without_a_stack(byte container, byte leaf)
    {
        ContractCase contract = Cases.Of(nameof(Tree));
        var deep = new List<byte> { 0x94, 0x07, 0xc0, 0xc0 };
        for (int i = 0; i < 500_000; i++)
            deep.AddRange(container == 0x91 ? [container] : [container, leaf]);
        deep.Add(leaf);
        Assert.Equal(7, ((Tree)contract.Read(deep.ToArray())).Number);

        deep[^1] = 0xc1;
        MessageFormatException e = Refuse(contract, [.. deep]);
        Assert.Equal(deep.Count - 1, e.Offset);
        Assert.StartsWith("[3]", e.KeyPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Tree), "93 00 c0", "")]
    [InlineData(nameof(Tree), "93 00 91", "c0")]
    [InlineData(nameof(Unions), "92 01 92 00 91", "", "93 c0 c0")]
    public void Objects_that_are_nested_deeper_than_the_limit_are_refused(string name, string level, string behind, string before = "")
    {
        ContractCase contract = Cases.Of(name);
        static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        byte[] Nested(int depth) =>
            [.. Hex(before), .. Enumerable.Repeat(Hex(level), depth).SelectMany(bytes => bytes), 0xc0, .. Enumerable.Repeat(Hex(behind), depth).SelectMany(bytes => bytes)];

        contract.Write(contract.Read(Nested(PackLimits.MaxDepth)));
        MessageFormatException e = Refuse(contract, Nested(PackLimits.MaxDepth + 2));
        Assert.Contains("500 nested levels", e.Expected, StringComparison.Ordinal);
        Refuse(contract, Nested(1_000_000));
    }

    internal static MessageFormatException Refuse(ContractCase contract, byte[] payload)
    {
        var e = Assert.Throws<MessageFormatException>(() => contract.Read(payload));
        Assert.Equal(contract.Contract.Identity, e.Contract);
        Assert.InRange(e.Offset, 0, payload.Length);
        Assert.NotEmpty(e.Expected);
        Assert.NotEmpty(e.Found);
        return e;
    }

    private static void Each(string name, Action<ContractCase, byte[]> prove)
    {
        ContractCase contract = Cases.Of(name);
        foreach (byte[] payload in Cases.Payloads(contract, Messages, maxBytes: 500))
            prove(contract, payload);
    }

    /// <summary>The path begins with that of <paramref name="node"/>, as far as arrays lead to it.</summary>
    private static void AssertUnder(PayloadNode? node, string keyPath)
    {
        string path = "";
        for (; node?.Parent is { } parent; node = parent)
            path = parent.IsMap ? "" : $"[{node.Index}]{path}";
        Assert.StartsWith(path, keyPath, StringComparison.Ordinal);
    }
}
