using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Reads a 32-bit float from a float of either width (rounded) or from an integer.</summary>
    /// <exception cref="MessageFormatException">Another token, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ReadSingle()
    {
        if (Remaining < Put.SingleBytes || _cursor != Code.Float32)
            return ReadAsSingle();
        float value = BitConverter.UInt32BitsToSingle(BigEndian.Load32(ref Unsafe.Add(ref _cursor, 1)));
        Advance(Put.SingleBytes);
        return value;
    }

    /// <summary>Reads a 64-bit float from a float of either width or from an integer (beyond 2^53 rounded).</summary>
    /// <exception cref="MessageFormatException">Another token, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ReadDouble()
    {
        if (Remaining < Put.DoubleBytes || _cursor != Code.Float64)
            return ReadAsDouble();
        double value = BitConverter.UInt64BitsToDouble(BigEndian.Load64(ref Unsafe.Add(ref _cursor, 1)));
        Advance(Put.DoubleBytes);
        return value;
    }

    // An integer goes to float directly, since by way of double it would be rounded twice.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private float ReadAsSingle()
    {
        const string Expected = "a number";
        if (PeekCode(Expected) is Code.Float32 or Code.Float64)
            return (float)ReadAsDouble();
        int size = DecodeInteger(Expected, out long value, out bool beyondInt64);
        Advance(size);
        return beyondInt64 ? (ulong)value : value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double ReadAsDouble()
    {
        const string Expected = "a number";
        byte code = PeekCode(Expected);
        int size;
        double number;
        if (code is Code.Float32 or Code.Float64)
        {
            size = Token.FixedSize(code);
            if (Remaining < size)
                throw Truncated(Expected);
            ref byte body = ref Unsafe.Add(ref _cursor, 1);
            number = code == Code.Float32
                ? BitConverter.UInt32BitsToSingle(BigEndian.Load32(ref body))
                : BitConverter.UInt64BitsToDouble(BigEndian.Load64(ref body));
        }
        else
        {
            size = DecodeInteger(Expected, out long value, out bool beyondInt64);
            number = beyondInt64 ? (ulong)value : value;
        }
        Advance(size);
        return number;
    }
}
