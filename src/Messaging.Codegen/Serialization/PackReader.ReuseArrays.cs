using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>Reads an array of numbers or booleans, into <paramref name="existing"/> when that is as long.</summary>
    /// <typeparam name="T">An integer, <see cref="float"/>, <see cref="double"/> or <see cref="bool"/>, but not <see cref="byte"/>.</typeparam>
    /// <param name="existing">An array that may be overwritten, or null.</param>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    /// <exception cref="NotSupportedException">Another type.</exception>
    public T[] ReadNumberArray<T>(T[]? existing)
        where T : unmanaged
    {
        int count = ReadCollectionHeader(1);
        if (count == 0)
            return [];
        T[] values = existing is not null && existing.Length == count ? existing : new T[count];
        FillNumbers<T>(values);
        return values;
    }

    /// <summary>Reads an array of numbers or booleans into <paramref name="existing"/>, or into a new list.</summary>
    /// <typeparam name="T">An integer, <see cref="float"/>, <see cref="double"/> or <see cref="bool"/>, but not <see cref="byte"/>.</typeparam>
    /// <param name="existing">A list that may be overwritten, or null.</param>
    /// <exception cref="MessageFormatException">Another token (nil too) as the array or an element, or the end of the payload.</exception>
    /// <exception cref="NotSupportedException">Another type.</exception>
    public List<T> ReadNumberList<T>(List<T>? existing)
        where T : unmanaged
    {
        int count = ReadCollectionHeader(1);
        List<T> list = existing ?? new List<T>(count);
        CollectionsMarshal.SetCount(list, count);
        FillNumbers<T>(CollectionsMarshal.AsSpan(list));
        return list;
    }

    /// <summary>The comparisons are constants for each type.</summary>
    private void FillNumbers<T>(Span<T> values)
        where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            Fill<int, Int32Scalar>(MemoryMarshal.Cast<T, int>(values));
        else if (typeof(T) == typeof(double))
            Fill<double, DoubleScalar>(MemoryMarshal.Cast<T, double>(values));
        else if (typeof(T) == typeof(long))
            Fill<long, Int64Scalar>(MemoryMarshal.Cast<T, long>(values));
        else if (typeof(T) == typeof(float))
            Fill<float, SingleScalar>(MemoryMarshal.Cast<T, float>(values));
        else if (typeof(T) == typeof(bool))
            Fill<bool, BooleanScalar>(MemoryMarshal.Cast<T, bool>(values));
        else if (typeof(T) == typeof(uint))
            Fill<uint, UInt32Scalar>(MemoryMarshal.Cast<T, uint>(values));
        else if (typeof(T) == typeof(ulong))
            Fill<ulong, UInt64Scalar>(MemoryMarshal.Cast<T, ulong>(values));
        else if (typeof(T) == typeof(short))
            Fill<short, Int16Scalar>(MemoryMarshal.Cast<T, short>(values));
        else if (typeof(T) == typeof(ushort))
            Fill<ushort, UInt16Scalar>(MemoryMarshal.Cast<T, ushort>(values));
        else if (typeof(T) == typeof(sbyte))
            Fill<sbyte, SByteScalar>(MemoryMarshal.Cast<T, sbyte>(values));
        else
            throw new NotSupportedException($"{typeof(T)} is not read in bulk.");
    }
}
