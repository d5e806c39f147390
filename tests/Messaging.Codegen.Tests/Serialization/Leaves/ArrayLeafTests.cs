using Messaging.Codegen.Serialization;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Tests.Serialization.Leaves;

/// <summary>The leaves for arrays of numbers against their twins and against the reader of single values.</summary>
public class ArrayLeafTests
{
    private static readonly int[] Edges =
    [
        0, 1, 31, 32, 127, 128, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue,
        -1, -31, -32, -33, -127, -128, -129, -255, -256, -32767, -32768, -32769, -65536, int.MinValue,
    ];

    [Fact]
    public void Every_four_neighbours_from_the_edges_are_written_as_the_twin_writes_them()
    {
        byte[] vector = new byte[4 * Put.Int32Bytes + Int32Writer.Slack];
        byte[] scalar = new byte[4 * Put.Int32Bytes];
        int[] values = new int[4];
        int[] read = new int[4];
        foreach (int a in Edges)
        {
            foreach (int b in Edges)
            {
                foreach (int c in Edges)
                {
                    values = [a, b, c, b];
                    int length = Length(vector, ref Int32Writer.Write(ref vector[0], values));
                    int expected = Length(scalar, ref Int32Writer.WriteScalar(ref scalar[0], values));
                    Assert.True(scalar.AsSpan(0, expected).SequenceEqual(vector.AsSpan(0, length)), $"{a} {b} {c}");
                    Assert.Equal(4, Int32Reader.Read(scalar.AsSpan(0, expected), read, out int consumed));
                    Assert.Equal(expected, consumed);
                    Assert.Equal(values, read);
                }
            }
        }
    }

    [Fact]
    public void Integers_of_every_length_and_mixture_are_read_as_single_values_are()
    {
        for (int seed = 0; seed < 3000; seed++)
        {
            var samples = new Samples(seed);
            int[] values = samples.Numbers().Ints!;
            byte[] payload = new byte[values.Length * Put.Int32Bytes + Int32Writer.Slack];
            int length = Length(payload, ref Int32Writer.Write(ref payload[0], values));
            payload = new OddEncoder(samples.Random, integersAsFloats: seed % 5 == 0).Rewrite(payload.AsSpan(0, length));

            int[] read = new int[values.Length];
            int count = Int32Reader.Read(payload, read, out int consumed);
            Assert.Equal(values[..count], read[..count]);
            if (count < values.Length)
                Assert.Contains(payload[consumed], new byte[] { Code.UInt64, Code.Int64, Code.Float32, Code.Float64 });
            Assert.Equal(values, Attempt.Value([0xdd, 0, 0, (byte)(values.Length >> 8), (byte)values.Length, .. payload], static (ref r) => r.ReadInt32Array()));
        }
    }

    [Fact]
    public void A_run_stops_before_what_does_not_fit()
    {
        int[] read = new int[3];
        Assert.Equal(1, Int32Reader.Read([Code.UInt32, 0x7f, 0xff, 0xff, 0xff, Code.UInt32, 0x80, 0, 0, 0], read, out int consumed));
        Assert.Equal((5, int.MaxValue), (consumed, read[0]));
        Assert.Equal(2, Int32Reader.Read([Code.Int16, 0x80, 0, 0xff, Code.Int16, 0], read, out consumed));
        Assert.Equal((4, -32768, -1), (consumed, read[0], read[1]));
        Assert.Equal(0, Int32Reader.Read([Code.Nil], read, out consumed));
        Assert.Equal(0, Int32Reader.Read([], read, out consumed));
    }

    [Fact]
    public void Doubles_are_written_and_read_as_the_twin_does()
    {
        for (int length = 0; length < 70; length++)
        {
            var samples = new Samples(length);
            double[] values = new double[length];
            for (int i = 0; i < length; i++)
                values[i] = samples.Float();
            byte[] vector = new byte[length * Put.DoubleBytes + 1];
            byte[] scalar = new byte[length * Put.DoubleBytes + 1];
            Assert.Equal(length * Put.DoubleBytes, Length(vector, ref DoubleRuns.Write(ref vector[0], values)));
            DoubleRuns.WriteScalar(ref scalar[0], values);
            Assert.Equal(scalar, vector);

            double[] read = new double[length];
            Assert.Equal(length, DoubleRuns.Read(vector.AsSpan(0, length * Put.DoubleBytes), read));
            Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), read.Select(BitConverter.DoubleToInt64Bits));

            for (int other = 0; other < length; other++)
            {
                vector[other * Put.DoubleBytes] = Code.Float32;
                Assert.Equal(other, DoubleRuns.Read(vector.AsSpan(0, length * Put.DoubleBytes), read));
                vector[other * Put.DoubleBytes] = Code.Float64;
                Assert.Equal(other, DoubleRuns.Read(vector.AsSpan(0, other * Put.DoubleBytes + 8), read));
            }
        }
    }

    [Fact]
    public void Doubles_among_other_numbers_are_read()
    {
        byte[] payload = [0x96, 0xcb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 5, 0xca, 0x3f, 0, 0, 0, 0xcb, 0x40, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xcb, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal([1, 5, 0.5, 2, -1, 0], Attempt.Value(payload, static (ref r) => r.ReadDoubleArray()));
    }

    internal static int Length(byte[] buffer, ref byte end) => (int)System.Runtime.CompilerServices.Unsafe.ByteOffset(ref buffer[0], ref end);
}
