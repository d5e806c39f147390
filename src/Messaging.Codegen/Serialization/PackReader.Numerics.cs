using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Reads a 16-bit float from any number that <see cref="ReadSingle"/> takes, rounded; what is too large becomes infinite.</summary>
    /// <exception cref="MessageFormatException">Another token, or the end of the payload.</exception>
    public Half ReadHalf() => (Half)ReadSingle();

    /// <summary>Reads a Unicode scalar value from its number in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number that is no scalar value (surrogates are none), or the end of the payload.</exception>
    public Rune ReadRune()
    {
        const string Expected = "a Unicode scalar value";
        ref byte start = ref _cursor;
        if (Rune.TryCreate((int)ReadInteger(0, 0x10ffff, Expected), out Rune value))
            return value;
        _cursor = ref start;
        throw Unexpected(Expected);
    }

    /// <summary>Reads a 128-bit integer from 16 raw bytes, the lowest first, or from any integer of the format.</summary>
    /// <exception cref="MessageFormatException">Another token, raw bytes of another length, or the end of the payload.</exception>
    public Int128 ReadInt128() =>
        TryReadInteger(out long value, out bool beyondInt64)
            ? beyondInt64 ? (ulong)value : value
            : BinaryPrimitives.ReadInt128LittleEndian(ReadWideInteger());

    /// <summary>Reads a 128-bit integer from 16 raw bytes, the lowest first, or from any integer of the format that is not negative.</summary>
    /// <exception cref="MessageFormatException">Another token, a negative number, raw bytes of another length, or the end of the payload.</exception>
    public UInt128 ReadUInt128()
    {
        ref byte start = ref _cursor;
        if (!TryReadInteger(out long value, out bool beyondInt64))
            return BinaryPrimitives.ReadUInt128LittleEndian(ReadWideInteger());
        if (value >= 0 || beyondInt64)
            return (ulong)value;
        _cursor = ref start;
        throw Unexpected("an integer from 0 to 2^128 - 1");
    }

    /// <summary>Reads an integer of any size from raw bytes in two's complement, the lowest first, or from any integer of the format.</summary>
    /// <exception cref="MessageFormatException">Another token, or the end of the payload.</exception>
    public BigInteger ReadBigInteger() =>
        TryReadInteger(out long value, out bool beyondInt64)
            ? beyondInt64 ? (ulong)value : value
            : new BigInteger(ReadBinarySpan());

    /// <summary>Reads an array of a real and an imaginary part.</summary>
    /// <exception cref="MessageFormatException">Another token or count, a part that is no number, or the end of the payload.</exception>
    public Complex ReadComplex()
    {
        ReadArrayHeader(2, "a complex number: an array of two numbers");
        double real = ReadDouble();
        return new Complex(real, ReadDouble());
    }

    /// <summary>Reads an array of X and Y.</summary>
    /// <exception cref="MessageFormatException">Another token or count, a part that is no number, or the end of the payload.</exception>
    public Vector2 ReadVector2() => ReadParts<Vector2>("an array of X and Y");

    /// <summary>Reads an array of X, Y and Z.</summary>
    /// <exception cref="MessageFormatException">Another token or count, a part that is no number, or the end of the payload.</exception>
    public Vector3 ReadVector3() => ReadParts<Vector3>("an array of X, Y and Z");

    /// <summary>Reads an array of X, Y, Z and W.</summary>
    /// <exception cref="MessageFormatException">Another token or count, a part that is no number, or the end of the payload.</exception>
    public Vector4 ReadVector4() => ReadParts<Vector4>("an array of X, Y, Z and W");

    /// <summary>Reads an array of X, Y, Z and W.</summary>
    /// <exception cref="MessageFormatException">Another token or count, a part that is no number, or the end of the payload.</exception>
    public Quaternion ReadQuaternion() => ReadParts<Quaternion>("an array of X, Y, Z and W");

    /// <summary>Reads an array of six numbers.</summary>
    /// <exception cref="MessageFormatException">Another token or count, a part that is no number, or the end of the payload.</exception>
    public Matrix3x2 ReadMatrix3x2() => ReadParts<Matrix3x2>("an array of six numbers");

    /// <summary>Reads an array of sixteen numbers.</summary>
    /// <exception cref="MessageFormatException">Another token or count, a part that is no number, or the end of the payload.</exception>
    public Matrix4x4 ReadMatrix4x4() => ReadParts<Matrix4x4>("an array of sixteen numbers");

    /// <summary>Precondition: a <typeparamref name="T"/> is floats back to back.</summary>
    private T ReadParts<T>(string expected)
        where T : unmanaged
    {
        T value = default;
        Span<float> parts = MemoryMarshal.Cast<T, float>(new Span<T>(ref value));
        ReadArrayHeader(parts.Length, expected);
        for (int i = 0; i < parts.Length; i++)
            parts[i] = ReadSingle();
        return value;
    }

    /// <summary>True when the next token is an integer, or a whole float, which is consumed. Raw bytes and strings are left.</summary>
    private bool TryReadInteger(out long value, out bool beyondInt64)
    {
        const string Expected = "an integer, or one as raw bytes";
        if (PeekCode(Expected) is Code.Bin8 or Code.Bin16 or Code.Bin32 or Code.Str8 or Code.Str16 or Code.Str32
            or (>= Code.MinFixStr and <= Code.MaxFixStr))
        {
            (value, beyondInt64) = (0, false);
            return false;
        }
        Advance(DecodeInteger(Expected, out value, out beyondInt64));
        return true;
    }

    private ReadOnlySpan<byte> ReadWideInteger()
    {
        const int Size = 16;
        ref byte start = ref _cursor;
        ReadOnlySpan<byte> bytes = ReadBinarySpan();
        if (bytes.Length == Size)
            return bytes;
        _cursor = ref start;
        throw Unexpected("an integer of 128 bits as 16 bytes");
    }
}
