using System.Text;
using Messaging.Codegen.Serialization;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Tests.Serialization.Leaves;

/// <summary>Leaves that work in steps, at every length around a step and with what is special at every place of it. Which vectors they use is up to the machine.</summary>
public class StepLeafTests
{
    private static readonly int[] Forms = [0, 127, -1, -32, 128, 255, -33, -128, 256, 65535, -129, -32768, 65536, int.MaxValue, -32769, int.MinValue];

    [Fact]
    public void Integers_of_changing_forms_are_written_as_the_twin_writes_them_and_read_back()
    {
        var random = new Random(1);
        for (int length = 0; length < 200; length++)
        {
            int[] values = new int[length];
            for (int i = 0; i < length; i++)
                values[i] = Forms[random.Next(length % 2 == 0 ? Forms.Length : 4)];
            byte[] written = new byte[length * Put.Int32Bytes + Int32Writer.Slack];
            byte[] expected = new byte[length * Put.Int32Bytes + 1];
            int size = ArrayLeafTests.Length(written, ref Int32Writer.Write(ref written[0], values));
            Assert.Equal(size, ArrayLeafTests.Length(expected, ref Int32Writer.WriteScalar(ref expected[0], values)));
            Assert.True(expected.AsSpan(0, size).SequenceEqual(written.AsSpan(0, size)), $"{length}");

            int[] read = new int[length];
            Assert.Equal(length, Int32Reader.Read(expected.AsSpan(0, size), read, out int consumed));
            Assert.Equal(size, consumed);
            Assert.Equal(values, read);
        }
    }

    [Theory]
    [InlineData("ce80000000")] // above int.MaxValue
    [InlineData("ceffffffff")]
    [InlineData("cf0000000000000001")]
    [InlineData("d30000000000000001")]
    [InlineData("ca3f800000")]
    [InlineData("c0")]
    [InlineData("a131")]
    public void An_element_that_needs_the_complete_decoder_is_left_to_it_wherever_it_stands(string odd)
    {
        for (int before = 0; before < 70; before++)
        {
            List<byte> payload = [];
            for (int i = 0; i < before; i++)
                payload.AddRange(i % 3 == 0 ? new byte[] { 1 } : i % 3 == 1 ? [0xcc, 200] : [0xd2, 0xff, 0, 0, 0]);
            payload.AddRange(Convert.FromHexString(odd));
            payload.AddRange(Enumerable.Repeat((byte)7, 100));
            int[] values = new int[before + 50];
            int count = Int32Reader.Read(payload.ToArray(), values, out int consumed);
            Assert.Equal(before, count);
            Assert.Equal(odd, Convert.ToHexString(payload.ToArray(), consumed, odd.Length / 2).ToLowerInvariant());
        }
    }

    [Fact]
    public void What_is_read_of_bytes_at_random_is_what_the_complete_decoder_reads()
    {
        byte[] codes = [0, 0x7f, 0xe0, 0xff, Code.UInt8, Code.UInt16, Code.UInt32, Code.Int8, Code.Int16, Code.Int32];
        var random = new Random(2);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] payload = new byte[random.Next(400)];
            random.NextBytes(payload);
            for (int i = 0; i < payload.Length; i++)
            {
                if (random.Next(200) != 0)
                    payload[i] = codes[random.Next(codes.Length)];
                else if (payload[i] is Code.Int64 or Code.UInt64 or Code.Float32 or Code.Float64)
                    payload[i] = Code.Nil; // the complete decoder reads more forms than the leaf
            }
            int[] values = new int[random.Next(200)];
            int count = Int32Reader.Read(payload, values, out int consumed);
            var reader = new PackReader(payload, "");
            for (int i = 0; i < count; i++)
                Assert.Equal(reader.ReadInt32(), values[i]);
            Assert.Equal(reader.Offset, consumed);
            if (count < values.Length)
                Attempt.RefuseValue(payload[consumed..], static (ref r) => r.ReadInt32());
        }
    }

    [Fact]
    public void Doubles_of_every_number_around_a_step_are_written_as_the_twin_writes_them_and_read_back()
    {
        for (int length = 0; length < 40; length++)
        {
            double[] values = [.. Enumerable.Range(0, length).Select(static i => BitConverter.Int64BitsToDouble(0x0102030405060708 * (i + 1)))];
            byte[] written = new byte[length * Put.DoubleBytes + 1];
            byte[] expected = new byte[length * Put.DoubleBytes + 1];
            DoubleRuns.Write(ref written[0], values);
            DoubleRuns.WriteScalar(ref expected[0], values);
            Assert.Equal(expected, written); // the byte behind them too

            double[] read = new double[length + 1];
            Assert.Equal(length, DoubleRuns.Read(expected.AsSpan(0, length * Put.DoubleBytes), read));
            Assert.Equal([.. values, 0], read);
            for (int odd = 0; odd < length; odd++)
            {
                expected[odd * Put.DoubleBytes] = Code.Float32;
                Assert.Equal(odd, DoubleRuns.Read(expected.AsSpan(0, length * Put.DoubleBytes), read));
                expected[odd * Put.DoubleBytes] = Code.Float64;
            }
        }
    }

    [Fact]
    public void Texts_are_the_librarys_at_every_length_with_one_foreign_character_at_every_place()
    {
        foreach (char foreign in "~\u0080é\u07ff\u0800中\ud83d")
        {
            for (int length = 1; length <= 100; length++)
            {
                for (int at = 0; at < length; at++)
                {
                    char[] characters = [.. Enumerable.Range(0, length).Select(static i => (char)('a' + i % 26))];
                    characters[at] = foreign;
                    string text = new(characters);
                    byte[] expected = Encoding.UTF8.GetBytes(text);
                    byte[] written = new byte[Put.MaxBytes(text)];
                    int size = ArrayLeafTests.Length(written, ref Put.String(ref written[0], text));
                    Assert.Equal(expected, written[(size - expected.Length)..size]);
                    Assert.Equal(Encoding.UTF8.GetString(expected), Utf8Decoder.Decode(expected));
                }
            }
        }
    }
}
