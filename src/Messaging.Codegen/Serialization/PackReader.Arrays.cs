using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

// An announced count is at most the number of bytes left, so an array takes at most eight times the payload.
public ref partial struct PackReader
{
    /// <summary>Reads an array of sbyte values, each in any form that <see cref="ReadSByte"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public sbyte[] ReadSByteArray() => ReadElements<sbyte, SByteScalar>();

    /// <summary>Reads an array of sbyte values into a list, each in any form that <see cref="ReadSByte"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<sbyte> ReadSByteList() => ReadElementList<sbyte, SByteScalar>();

    /// <summary>Reads an array of short values, each in any form that <see cref="ReadInt16"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public short[] ReadInt16Array() => ReadElements<short, Int16Scalar>();

    /// <summary>Reads an array of short values into a list, each in any form that <see cref="ReadInt16"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<short> ReadInt16List() => ReadElementList<short, Int16Scalar>();

    /// <summary>Reads an array of ushort values, each in any form that <see cref="ReadUInt16"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public ushort[] ReadUInt16Array() => ReadElements<ushort, UInt16Scalar>();

    /// <summary>Reads an array of ushort values into a list, each in any form that <see cref="ReadUInt16"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<ushort> ReadUInt16List() => ReadElementList<ushort, UInt16Scalar>();

    /// <summary>Reads an array of int values, each in any form that <see cref="ReadInt32"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public int[] ReadInt32Array() => ReadElements<int, Int32Scalar>();

    /// <summary>Reads an array of int values into a list, each in any form that <see cref="ReadInt32"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<int> ReadInt32List() => ReadElementList<int, Int32Scalar>();

    /// <summary>Reads an array of uint values, each in any form that <see cref="ReadUInt32"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public uint[] ReadUInt32Array() => ReadElements<uint, UInt32Scalar>();

    /// <summary>Reads an array of uint values into a list, each in any form that <see cref="ReadUInt32"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<uint> ReadUInt32List() => ReadElementList<uint, UInt32Scalar>();

    /// <summary>Reads an array of long values, each in any form that <see cref="ReadInt64"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public long[] ReadInt64Array() => ReadElements<long, Int64Scalar>();

    /// <summary>Reads an array of long values into a list, each in any form that <see cref="ReadInt64"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<long> ReadInt64List() => ReadElementList<long, Int64Scalar>();

    /// <summary>Reads an array of ulong values, each in any form that <see cref="ReadUInt64"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public ulong[] ReadUInt64Array() => ReadElements<ulong, UInt64Scalar>();

    /// <summary>Reads an array of ulong values into a list, each in any form that <see cref="ReadUInt64"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<ulong> ReadUInt64List() => ReadElementList<ulong, UInt64Scalar>();

    /// <summary>Reads an array of float values, each in any form that <see cref="ReadSingle"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public float[] ReadSingleArray() => ReadElements<float, SingleScalar>();

    /// <summary>Reads an array of float values into a list, each in any form that <see cref="ReadSingle"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<float> ReadSingleList() => ReadElementList<float, SingleScalar>();

    /// <summary>Reads an array of double values, each in any form that <see cref="ReadDouble"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public double[] ReadDoubleArray() => ReadElements<double, DoubleScalar>();

    /// <summary>Reads an array of double values into a list, each in any form that <see cref="ReadDouble"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<double> ReadDoubleList() => ReadElementList<double, DoubleScalar>();

    /// <summary>Reads an array of bool values, each in any form that <see cref="ReadBoolean"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public bool[] ReadBooleanArray() => ReadElements<bool, BooleanScalar>();

    /// <summary>Reads an array of bool values into a list, each in any form that <see cref="ReadBoolean"/> takes.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<bool> ReadBooleanList() => ReadElementList<bool, BooleanScalar>();

    /// <summary>Reads an array of integers from 0 to 255, raw bytes or the bytes of a string into a list.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    public List<byte> ReadByteList()
    {
        if (!End && Token.IsArray(_cursor))
            return ReadElementList<byte, ByteScalar>();
        ReadOnlySpan<byte> bytes = ReadBinarySpan();
        var list = new List<byte>(bytes.Length);
        list.AddRange(bytes);
        return list;
    }

    private T[] ReadElements<T, TScalar>()
        where TScalar : struct, IScalar<TScalar, T>
    {
        int count = ReadCollectionHeader(1);
        if (count == 0)
            return [];
        T[] values = GC.AllocateUninitializedArray<T>(count);
        Fill<T, TScalar>(values);
        return values;
    }

    private List<T> ReadElementList<T, TScalar>()
        where TScalar : struct, IScalar<TScalar, T>
    {
        int count = ReadCollectionHeader(1);
        var list = new List<T>(count);
        CollectionsMarshal.SetCount(list, count);
        Fill<T, TScalar>(CollectionsMarshal.AsSpan(list));
        return list;
    }

    private void Fill<T, TScalar>(Span<T> values)
        where TScalar : struct, IScalar<TScalar, T>
    {
        while (!values.IsEmpty)
        {
            int read = TScalar.ReadRun(Peek(Remaining), values, out int consumed);
            Advance(consumed);
            if (read == values.Length)
                return;
            values[read] = TScalar.Read(ref this);
            values = values[(read + 1)..];
        }
    }
}
