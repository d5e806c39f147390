using System.Buffers.Binary;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Every other form that a token may have with the same value: numbers and headers of other widths, numbers of the other kind.</summary>
internal static class OddForms
{
    /// <summary>All forms of <paramref name="token"/> but itself.</summary>
    /// <param name="token">One token; of an array or a map its header.</param>
    /// <param name="children">Tokens inside an array or a map.</param>
    /// <param name="acrossKinds">Also whole floats for integers and integers for whole floats.</param>
    public static List<byte[]> Of(ReadOnlySpan<byte> token, long children, bool acrossKinds)
    {
        var forms = new List<byte[]>();
        byte code = token[0];
        if (code is <= Code.MaxFixInt or >= Code.MinNegativeFixInt or (>= Code.UInt8 and <= Code.Int64))
            Integers(forms, token, acrossKinds);
        else if (code is Code.Float32 or Code.Float64)
            Floats(forms, token, acrossKinds);
        else if (Token.IsArray(code))
            Headers(forms, Code.MinFixArray, 15, Code.Array16, 1, (uint)children, []);
        else if (Token.IsMap(code))
            Headers(forms, Code.MinFixMap, 15, Code.Map16, 1, (uint)children / 2, []);
        else if (code is (>= Code.MinFixStr and <= Code.MaxFixStr) or (>= Code.Str8 and <= Code.Str32))
            Headers(forms, Code.MinFixStr, 31, Code.Str8, 0, Body(token, Code.Str8, out ReadOnlySpan<byte> text), text);
        else if (code is >= Code.Bin8 and <= Code.Bin32)
            Headers(forms, 0, -1, Code.Bin8, 0, Body(token, Code.Bin8, out ReadOnlySpan<byte> bytes), bytes);
        else if (code is Code.FixExt4 or Code.FixExt8 or Code.Ext8)
            Timestamps(forms, token);
        byte[] same = token.ToArray();
        forms.RemoveAll(form => form.AsSpan().SequenceEqual(same));
        return forms;
    }

    private static void Integers(List<byte[]> forms, ReadOnlySpan<byte> token, bool acrossKinds)
    {
        var reader = new PackReader(token, "odd");
        bool isLarge = token[0] == Code.UInt64 && token[1] > 0x7f;
        ulong bits = isLarge ? reader.ReadUInt64() : (ulong)reader.ReadInt64();
        IntegerForms(forms, bits, isNegative: !isLarge && (long)bits < 0);
        double number = !isLarge && (long)bits < 0 ? (long)bits : bits;
        if (acrossKinds && Token.IsWhole(number, out long whole, out _) && (ulong)whole == bits)
            FloatForms(forms, number);
    }

    private static void Floats(List<byte[]> forms, ReadOnlySpan<byte> token, bool acrossKinds)
    {
        double number = new PackReader(token, "odd").ReadDouble();
        // Not a number has bits of its own, which do not survive every conversion.
        if (double.IsNaN(number))
            return;
        FloatForms(forms, number);
        if (acrossKinds && !double.IsNegative(number) && Token.IsWhole(number, out long value, out _))
            IntegerForms(forms, (ulong)value, isNegative: false);
    }

    private static void IntegerForms(List<byte[]> forms, ulong bits, bool isNegative)
    {
        for (int width = 0; width < 4; width++)
        {
            int size = 8 << width;
            if (!isNegative && (width == 3 || bits < 1UL << size))
                forms.Add(Number((byte)(Code.UInt8 + width), bits, 1 << width));
            if ((long)bits >= 0 != isNegative && (width == 3 || ((long)bits >= -(1L << (size - 1)) && (long)bits < 1L << (size - 1))))
                forms.Add(Number((byte)(Code.Int8 + width), bits, 1 << width));
        }
        if (!isNegative && bits <= Code.MaxFixInt)
            forms.Add([(byte)bits]);
        if (isNegative && (long)bits >= -32)
            forms.Add([(byte)bits]);
    }

    private static void FloatForms(List<byte[]> forms, double number)
    {
        forms.Add(Number(Code.Float64, BitConverter.DoubleToUInt64Bits(number), 8));
        if ((float)number == number)
            forms.Add(Number(Code.Float32, BitConverter.SingleToUInt32Bits((float)number), 4));
    }

    /// <summary>The same length in every width: in the first byte up to <paramref name="fixMax"/>, else in 2^<paramref name="firstWidth"/> bytes or more.</summary>
    private static void Headers(List<byte[]> forms, byte fix, int fixMax, byte first, int firstWidth, uint length, ReadOnlySpan<byte> body)
    {
        if (length <= fixMax)
            forms.Add([(byte)(fix + length), .. body]);
        for (int width = firstWidth; width < 3; width++)
        {
            if (length < 1UL << (8 << width))
                forms.Add([.. Number((byte)(first + width - firstWidth), length, 1 << width), .. body]);
        }
    }

    private static void Timestamps(List<byte[]> forms, ReadOnlySpan<byte> token)
    {
        DateTime time = new PackReader(token, "odd").ReadDateTime();
        long seconds = Math.DivRem(time.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond, out long ticks);
        if (ticks < 0)
            (seconds, ticks) = (seconds - 1, ticks + TimeSpan.TicksPerSecond);
        ulong nanoseconds = (ulong)ticks * TimeSpan.NanosecondsPerTick;
        List<byte[]> bodies = [[.. Number(Code.TimestampType, nanoseconds, 4), .. Number(0, (ulong)seconds, 8)[1..]]];
        if (seconds is >= 0 and < 1L << 34)
            bodies.Add(Number(Code.TimestampType, nanoseconds << 34 | (ulong)seconds, 8));
        if (seconds is >= 0 and < 1L << 32 && nanoseconds == 0)
            bodies.Add(Number(Code.TimestampType, (ulong)seconds, 4));
        foreach (byte[] body in bodies)
        {
            uint length = (uint)body.Length - 1;
            Headers(forms, 0, -1, Code.Ext8, 0, length, body);
            if (length is 4 or 8)
                forms.Add([length == 4 ? Code.FixExt4 : Code.FixExt8, .. body]);
        }
    }

    /// <summary>Length and content of a string or raw bytes.</summary>
    private static uint Body(ReadOnlySpan<byte> token, byte first, out ReadOnlySpan<byte> body)
    {
        body = token[(token[0] >= first ? 1 + (1 << (token[0] - first)) : 1)..];
        return (uint)body.Length;
    }

    private static byte[] Number(byte code, ulong value, int bytes)
    {
        Span<byte> all = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(all, value);
        return [code, .. all[(8 - bytes)..]];
    }
}
