using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackWriter
{
    /// <summary>What most converted values fit into, so that most are looked at after they have been written.</summary>
    private const int ConvertedBytes = 64;

    /// <summary>
    /// Writes a value by a converter, and makes sure that it was one value. What went to the buffer writer meanwhile cannot be looked at, so a value that
    /// does not fit into the present window escapes; but a converter that errs does so for small values too.
    /// </summary>
    /// <typeparam name="TConverter">The converter.</typeparam>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; not null.</param>
    /// <exception cref="InvalidOperationException">The converter wrote nil, nothing, or more or less than one value.</exception>
    public void WriteWith<TConverter, T>(T value)
        where TConverter : IMessageConverter<T>
    {
        int start = (int)Unsafe.ByteOffset(ref _start, ref Reserve(ConvertedBytes));
        ref byte window = ref _start;
        TConverter.Write(ref this, value);
        if (!Unsafe.AreSame(ref window, ref _start))
            return;
        int length = (int)Unsafe.ByteOffset(ref _start, ref _cursor) - start;
        if (!IsOneValue(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _start, start), length)))
            throw new InvalidOperationException($"The converter {typeof(TConverter)} must write exactly one value, and not nil.");
    }

    private static bool IsOneValue(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] == Code.Nil)
            return false;
        for (long open = 1; open > 0; open--)
        {
            if (!Token.TryMeasure(bytes, out int size, out long children))
                return false;
            bytes = bytes[size..];
            open += children;
        }
        return bytes.IsEmpty;
    }
}
