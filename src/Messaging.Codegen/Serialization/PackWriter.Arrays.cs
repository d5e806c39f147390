using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

// Arrays of numbers: a header, then the elements back to back.
public ref partial struct PackWriter
{
    private const int ElementsPerReserve = 1024;

    /// <summary>Writes an array of sbyte values.</summary>
    public void Write(ReadOnlySpan<sbyte> values) => WriteElements<sbyte, SByteScalar>(values);

    /// <summary>Writes an array of sbyte values, or nil for null.</summary>
    public void Write(sbyte[]? values) => WriteElementsOrNil<sbyte, SByteScalar>(values, values is null);

    /// <summary>Writes a list of sbyte values as an array, or nil for null.</summary>
    public void Write(List<sbyte>? values) => WriteElementsOrNil<sbyte, SByteScalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of short values.</summary>
    public void Write(ReadOnlySpan<short> values) => WriteElements<short, Int16Scalar>(values);

    /// <summary>Writes an array of short values, or nil for null.</summary>
    public void Write(short[]? values) => WriteElementsOrNil<short, Int16Scalar>(values, values is null);

    /// <summary>Writes a list of short values as an array, or nil for null.</summary>
    public void Write(List<short>? values) => WriteElementsOrNil<short, Int16Scalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of ushort values.</summary>
    public void Write(ReadOnlySpan<ushort> values) => WriteElements<ushort, UInt16Scalar>(values);

    /// <summary>Writes an array of ushort values, or nil for null.</summary>
    public void Write(ushort[]? values) => WriteElementsOrNil<ushort, UInt16Scalar>(values, values is null);

    /// <summary>Writes a list of ushort values as an array, or nil for null.</summary>
    public void Write(List<ushort>? values) => WriteElementsOrNil<ushort, UInt16Scalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of int values.</summary>
    public void Write(ReadOnlySpan<int> values) => WriteElements<int, Int32Scalar>(values);

    /// <summary>Writes an array of int values, or nil for null.</summary>
    public void Write(int[]? values) => WriteElementsOrNil<int, Int32Scalar>(values, values is null);

    /// <summary>Writes a list of int values as an array, or nil for null.</summary>
    public void Write(List<int>? values) => WriteElementsOrNil<int, Int32Scalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of uint values.</summary>
    public void Write(ReadOnlySpan<uint> values) => WriteElements<uint, UInt32Scalar>(values);

    /// <summary>Writes an array of uint values, or nil for null.</summary>
    public void Write(uint[]? values) => WriteElementsOrNil<uint, UInt32Scalar>(values, values is null);

    /// <summary>Writes a list of uint values as an array, or nil for null.</summary>
    public void Write(List<uint>? values) => WriteElementsOrNil<uint, UInt32Scalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of long values.</summary>
    public void Write(ReadOnlySpan<long> values) => WriteElements<long, Int64Scalar>(values);

    /// <summary>Writes an array of long values, or nil for null.</summary>
    public void Write(long[]? values) => WriteElementsOrNil<long, Int64Scalar>(values, values is null);

    /// <summary>Writes a list of long values as an array, or nil for null.</summary>
    public void Write(List<long>? values) => WriteElementsOrNil<long, Int64Scalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of ulong values.</summary>
    public void Write(ReadOnlySpan<ulong> values) => WriteElements<ulong, UInt64Scalar>(values);

    /// <summary>Writes an array of ulong values, or nil for null.</summary>
    public void Write(ulong[]? values) => WriteElementsOrNil<ulong, UInt64Scalar>(values, values is null);

    /// <summary>Writes a list of ulong values as an array, or nil for null.</summary>
    public void Write(List<ulong>? values) => WriteElementsOrNil<ulong, UInt64Scalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of float values.</summary>
    public void Write(ReadOnlySpan<float> values) => WriteElements<float, SingleScalar>(values);

    /// <summary>Writes an array of float values, or nil for null.</summary>
    public void Write(float[]? values) => WriteElementsOrNil<float, SingleScalar>(values, values is null);

    /// <summary>Writes a list of float values as an array, or nil for null.</summary>
    public void Write(List<float>? values) => WriteElementsOrNil<float, SingleScalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of double values.</summary>
    public void Write(ReadOnlySpan<double> values) => WriteElements<double, DoubleScalar>(values);

    /// <summary>Writes an array of double values, or nil for null.</summary>
    public void Write(double[]? values) => WriteElementsOrNil<double, DoubleScalar>(values, values is null);

    /// <summary>Writes a list of double values as an array, or nil for null.</summary>
    public void Write(List<double>? values) => WriteElementsOrNil<double, DoubleScalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes an array of bool values.</summary>
    public void Write(ReadOnlySpan<bool> values) => WriteElements<bool, BooleanScalar>(values);

    /// <summary>Writes an array of bool values, or nil for null.</summary>
    public void Write(bool[]? values) => WriteElementsOrNil<bool, BooleanScalar>(values, values is null);

    /// <summary>Writes a list of bool values as an array, or nil for null.</summary>
    public void Write(List<bool>? values) => WriteElementsOrNil<bool, BooleanScalar>(CollectionsMarshal.AsSpan(values), values is null);

    /// <summary>Writes a list of bytes as an array of integers, or nil for null. This is what MessagePack-CSharp does with a list; see <see cref="WriteBinary(byte[])"/> for an array.</summary>
    public void WriteByteList(List<byte>? values) => WriteElementsOrNil<byte, ByteScalar>(CollectionsMarshal.AsSpan(values), values is null);

    private void WriteElementsOrNil<T, TScalar>(ReadOnlySpan<T> values, bool isNull)
        where TScalar : struct, IScalar<TScalar, T>
    {
        if (isNull)
            WriteNil();
        else
            WriteElements<T, TScalar>(values);
    }

    private void WriteElements<T, TScalar>(ReadOnlySpan<T> values)
        where TScalar : struct, IScalar<TScalar, T>
    {
        WriteArrayHeader(values.Length);
        while (!values.IsEmpty)
        {
            ReadOnlySpan<T> run = values[..Math.Min(values.Length, ElementsPerReserve)];
            Commit(ref TScalar.PutRun(ref Reserve(run.Length * TScalar.MaxBytes + TScalar.RunSlack), run));
            values = values[run.Length..];
        }
    }
}
