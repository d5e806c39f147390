using System.Buffers.Binary;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Writes a payload anew with the same values in other forms that the format allows: wider headers and numbers.</summary>
internal sealed class OddEncoder(Random random, bool integersAsFloats = false)
{
    private readonly List<byte> _output = [];

    public byte[] Rewrite(ReadOnlySpan<byte> payload)
    {
        _output.Clear();
        while (!payload.IsEmpty)
        {
            Assert.True(Token.TryMeasure(payload, out int size, out long children));
            Rewrite(payload[..size], children);
            payload = payload[size..];
        }
        return [.. _output];
    }

    private void Rewrite(ReadOnlySpan<byte> token, long children)
    {
        byte code = token[0];
        switch (code)
        {
            case <= Code.MaxFixInt or >= Code.MinNegativeFixInt or (>= Code.UInt8 and <= Code.Int64):
                Integer(token);
                break;
            case >= Code.MinFixStr and <= Code.MaxFixStr:
                Length(Code.Str8, 0, token.Length - 1);
                _output.AddRange(token[1..]);
                break;
            case Code.Str8 or Code.Bin8:
                Length(code, 0, token.Length - 2);
                _output.AddRange(token[2..]);
                break;
            case Code.FixExt4 or Code.FixExt8:
                Length(Code.Ext8, 0, token.Length - 2);
                _output.AddRange(token[1..]);
                break;
            case Code.Ext8:
                Length(Code.Ext8, 0, token.Length - 3);
                _output.AddRange(token[2..]);
                break;
            case Code.Float32 when !float.IsNaN(BinaryPrimitives.ReadSingleBigEndian(token[1..])):
                Number(Code.Float64, (ulong)BitConverter.DoubleToInt64Bits(BinaryPrimitives.ReadSingleBigEndian(token[1..])), 8);
                break;
            case >= Code.MinFixArray and <= Code.MaxFixArray:
                Length(Code.Array16, 1, (int)children);
                break;
            case >= Code.MinFixMap and <= Code.MaxFixMap:
                Length(Code.Map16, 1, (int)children / 2);
                break;
            default:
                _output.AddRange(token);
                break;
        }
    }

    private void Integer(ReadOnlySpan<byte> token)
    {
        double number = new PackReader(token, "odd").ReadDouble();
        if (integersAsFloats && Math.Abs(number) < 1L << 53 && random.Next(2) == 0)
        {
            Number(Code.Float64, BitConverter.DoubleToUInt64Bits(number), 8);
            return;
        }
        if (token[0] == Code.UInt64)
        {
            _output.AddRange(token);
            return;
        }
        long value = new PackReader(token, "odd").ReadInt64();
        int width = random.Next(4);
        while (width < 3 && (value < -(1L << ((8 << width) - 1)) || value >= 1L << ((8 << width) - 1)))
            width++;
        bool asUnsigned = value >= 0 && random.Next(2) == 0;
        Number((byte)((asUnsigned ? Code.UInt8 : Code.Int8) + width), (ulong)value, 1 << width);
    }

    /// <summary>Writes a header of 1, 2 or 4 bytes of length, not fewer than 2^<paramref name="firstWidth"/>, whose code is <paramref name="first"/>.</summary>
    private void Length(byte first, int firstWidth, int length)
    {
        int width = random.Next(firstWidth, 3);
        while (length >= 1L << (8 << width))
            width++;
        Number((byte)(first + width - firstWidth), (ulong)length, 1 << width);
    }

    private void Number(byte code, ulong value, int bytes)
    {
        _output.Add(code);
        for (int i = bytes - 1; i >= 0; i--)
            _output.Add((byte)(value >> (8 * i)));
    }
}
