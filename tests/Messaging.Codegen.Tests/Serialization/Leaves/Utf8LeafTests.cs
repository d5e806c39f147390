using System.Text;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Tests.Serialization.Leaves;

/// <summary>Both transcoders against the base class library, and the encoder against its scalar twin.</summary>
public class Utf8LeafTests
{
    [Fact]
    public void Encoding_equals_the_library_and_the_twin()
    {
        for (int seed = 0; seed < 20_000; seed++)
        {
            string text = new Samples(seed).Text(seed % 100 == 0 ? 2000 : 60);
            byte[] expected = Encoding.UTF8.GetBytes(text);
            byte[] buffer = new byte[3 * text.Length + Utf8Encoder.Slack + 1];
            Assert.Equal(expected, buffer[..Utf8Encoder.Encode(text, ref buffer[0])]);
            Assert.Equal(expected, buffer[..Utf8Encoder.EncodeScalar(text, ref buffer[0])]);
        }
    }

    [Fact]
    public void Every_character_is_encoded_and_decoded_at_every_place_of_a_step()
    {
        byte[] buffer = new byte[3 * 50 + Utf8Encoder.Slack];
        char[] decoded = new char[3 * 50 + Utf8Decoder.Slack];
        for (int unit = 1; unit <= char.MaxValue; unit++)
        {
            string text = $"{new string('a', unit % 37)}{(char)unit}{new string('é', unit % 5)}";
            byte[] expected = Encoding.UTF8.GetBytes(text);
            Assert.True(expected.AsSpan().SequenceEqual(buffer.AsSpan(0, Utf8Encoder.Encode(text, ref buffer[0]))), $"U+{unit:x4}");
            AssertDecoded(Encoding.UTF8.GetString(expected), expected, decoded, Utf8Decoder.TryDecode(expected, ref decoded[0]));
        }
    }

    [Fact]
    public void Every_character_beyond_the_first_plane_survives()
    {
        byte[] buffer = new byte[64 + Utf8Encoder.Slack];
        for (int scalar = 0x10000; scalar <= 0x10ffff; scalar += 7)
        {
            string text = $"ab{char.ConvertFromUtf32(scalar)}é";
            int length = Utf8Encoder.Encode(text, ref buffer[0]);
            Assert.Equal(text, Utf8Decoder.Decode(buffer.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Decoding_random_bytes_accepts_and_gives_what_the_library_does()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        int valid = 0;
        for (int seed = 0; seed < 60_000; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = Bytes(random);
            char[] decoded = new char[bytes.Length + Utf8Decoder.Slack];
            int length = Utf8Decoder.TryDecode(bytes, ref decoded[0]);
            Assert.Equal(Encoding.UTF8.GetString(bytes), Utf8Decoder.Decode(bytes));
            bool isValid = IsValid(strict, bytes);
            if (Vectors.HasWideShuffle && bytes.Length > 0)
            {
                char[] wide = new char[bytes.Length + Utf8WideDecoder.Slack];
                int wideLength = Utf8WideDecoder.TryDecode(bytes, ref wide[0]);
                Assert.Equal(isValid ? strict.GetString(bytes) : "-1", isValid ? new string(wide, 0, wideLength) : $"{wideLength}");
            }
            if (isValid)
            {
                valid++;
                AssertDecoded(strict.GetString(bytes), bytes, decoded, length);
            }
            else
            {
                Assert.True(length == -1, Convert.ToHexString(bytes));
            }
        }
        Assert.InRange(valid, 10_000, 50_000);
    }

    [Theory]
    [InlineData("c080")] // two bytes for U+0000
    [InlineData("c1bf")]
    [InlineData("e08080")] // three bytes for U+0000
    [InlineData("e09fbf")]
    [InlineData("eda080")] // a surrogate
    [InlineData("edbfbf")]
    [InlineData("f0808080")] // four bytes for U+0000
    [InlineData("f4908080")] // beyond U+10FFFF
    [InlineData("f8888080")]
    [InlineData("80")]
    [InlineData("c3")]
    [InlineData("e282")]
    [InlineData("f09f98")]
    [InlineData("c3c3a9")]
    [InlineData("e282c3a9")]
    public void Invalid_sequences_are_noticed_at_every_place_of_a_step(string hex)
    {
        byte[] invalid = Convert.FromHexString(hex);
        char[] decoded = new char[700];
        foreach (string neighbour in new[] { "a", "é", "中", "𝄞", "中𝄞" })
        {
            for (int before = 0; before < 34; before++)
            {
                for (int after = 0; after < 34; after += 3)
                {
                    byte[] bytes = [.. Repeat(neighbour, before), .. invalid, .. Repeat(neighbour, after)];
                    Assert.Equal(-1, Utf8Decoder.TryDecode(bytes, ref decoded[0]));
                    if (Vectors.HasWideShuffle)
                        Assert.Equal(-1, Utf8WideDecoder.TryDecode(bytes, ref decoded[0]));
                    Assert.Equal(Encoding.UTF8.GetString(bytes), Utf8Decoder.Decode(bytes));
                    bytes = [.. Repeat("a", before), .. invalid, .. Repeat(neighbour, after)];
                    Assert.Equal(-1, Utf8Decoder.TryDecode(bytes, ref decoded[0]));
                    if (Vectors.HasWideShuffle)
                        Assert.Equal(-1, Utf8WideDecoder.TryDecode(bytes, ref decoded[0]));
                }
            }
        }
    }

    private static void AssertDecoded(string expected, byte[] bytes, char[] decoded, int length)
    {
        bool isForTheLibrary = bytes.Length < 18 || bytes.AsSpan().ContainsAnyInRange<byte>(0xf0, 0xff);
        Assert.True(isForTheLibrary == (length == -1), Convert.ToHexString(bytes));
        Assert.True(isForTheLibrary || expected.AsSpan().SequenceEqual(decoded.AsSpan(0, length)), Convert.ToHexString(bytes));
    }

    private static byte[] Repeat(string text, int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, count)));

    private static bool IsValid(Encoding strict, byte[] bytes)
    {
        try
        {
            strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Mostly well-formed text with an error here and there.</summary>
    private static byte[] Bytes(Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(new Samples(random.Next()).Text(random.Next(50)));
        if (bytes.Length == 0 || random.Next(3) == 0)
            return bytes;
        byte[] nasty = [0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xff, 0x7f, 0xa0, 0x9f];
        bytes[random.Next(bytes.Length)] = nasty[random.Next(nasty.Length)];
        return bytes[..random.Next(bytes.Length + 1)];
    }
}
