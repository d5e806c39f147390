using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackWriter
{
    /// <summary>Writes a Half (<see cref="Put.Half(ref byte, System.Half)"/>).</summary>
    public void Write(Half value) => Commit(ref Put.Half(ref Reserve(Put.HalfBytes), value));

    /// <summary>Writes a Half, or nil.</summary>
    public void Write(Half? value) => Commit(ref Put.Half(ref Reserve(Put.HalfBytes), value));

    /// <summary>Writes a Rune (<see cref="Put.Rune(ref byte, System.Text.Rune)"/>).</summary>
    public void Write(Rune value) => Commit(ref Put.Rune(ref Reserve(Put.RuneBytes), value));

    /// <summary>Writes a Rune, or nil.</summary>
    public void Write(Rune? value) => Commit(ref Put.Rune(ref Reserve(Put.RuneBytes), value));

    /// <summary>Writes an Int128 (<see cref="Put.Int128(ref byte, System.Int128)"/>).</summary>
    public void Write(Int128 value) => Commit(ref Put.Int128(ref Reserve(Put.Int128Bytes), value));

    /// <summary>Writes an Int128, or nil.</summary>
    public void Write(Int128? value) => Commit(ref Put.Int128(ref Reserve(Put.Int128Bytes), value));

    /// <summary>Writes a UInt128 (<see cref="Put.UInt128(ref byte, System.UInt128)"/>).</summary>
    public void Write(UInt128 value) => Commit(ref Put.UInt128(ref Reserve(Put.UInt128Bytes), value));

    /// <summary>Writes a UInt128, or nil.</summary>
    public void Write(UInt128? value) => Commit(ref Put.UInt128(ref Reserve(Put.UInt128Bytes), value));

    /// <summary>Writes an integer of any size as raw bytes, the lowest first, in two's complement with as few bytes as hold it.</summary>
    public void Write(BigInteger value)
    {
        int length = value.GetByteCount();
        if (length > ContiguousBinary)
        {
            WriteBinary(value.ToByteArray());
            return;
        }
        ref byte p = ref Put.BinaryHeader(ref Reserve(Put.HeaderBytes + length), length);
        value.TryWriteBytes(MemoryMarshal.CreateSpan(ref p, length), out int written);
        Commit(ref Unsafe.Add(ref p, written));
    }

    /// <summary>Writes a complex number as an array of its real and its imaginary part.</summary>
    public void Write(Complex value)
    {
        ref byte p = ref Put.FixArrayHeader(ref Reserve(Put.FixArrayHeaderBytes + 2 * Put.DoubleBytes), 2);
        p = ref Put.Double(ref p, value.Real);
        Commit(ref Put.Double(ref p, value.Imaginary));
    }

    /// <summary>Writes an array of X and Y.</summary>
    public void Write(Vector2 value) => WriteParts(value);

    /// <summary>Writes an array of X, Y and Z.</summary>
    public void Write(Vector3 value) => WriteParts(value);

    /// <summary>Writes an array of X, Y, Z and W.</summary>
    public void Write(Vector4 value) => WriteParts(value);

    /// <summary>Writes an array of X, Y, Z and W.</summary>
    public void Write(Quaternion value) => WriteParts(value);

    /// <summary>Writes an array of the six numbers, row by row.</summary>
    public void Write(Matrix3x2 value) => WriteParts(value);

    /// <summary>Writes an array of the sixteen numbers, row by row.</summary>
    public void Write(Matrix4x4 value) => WriteParts(value);

    /// <summary>Precondition: a <typeparamref name="T"/> is floats back to back.</summary>
    private void WriteParts<T>(T value)
        where T : unmanaged
    {
        ReadOnlySpan<float> parts = MemoryMarshal.Cast<T, float>(new ReadOnlySpan<T>(in value));
        ref byte p = ref Put.ArrayHeader(ref Reserve(Put.HeaderBytes + parts.Length * Put.SingleBytes), parts.Length);
        foreach (float part in parts)
            p = ref Put.Single(ref p, part);
        Commit(ref p);
    }
}
