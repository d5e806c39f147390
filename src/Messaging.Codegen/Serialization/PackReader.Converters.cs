using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>
    /// Reads a value by a converter and ends behind that value, whatever the converter has read of it: a payload in which an array is longer than the
    /// converter thinks cannot shift what follows.
    /// </summary>
    /// <typeparam name="TConverter">The converter.</typeparam>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <exception cref="MessageFormatException">Nil, a value that the converter refuses, or a converter that reads behind the value.</exception>
    public T ReadWith<TConverter, T>()
        where TConverter : IMessageConverter<T>
    {
        if (End || _cursor == Code.Nil)
            throw Unexpected("a value");
        ref byte start = ref _cursor;
        Skip();
        ref byte end = ref _cursor;
        _cursor = ref start;
        T value;
        try
        {
            value = TConverter.Read(ref this);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            _cursor = ref start;
            throw Refused(typeof(TConverter), exception);
        }
        if (Unsafe.IsAddressGreaterThan(ref _cursor, ref end))
        {
            _cursor = ref start;
            throw Unexpected($"a value with all that {typeof(TConverter).Name} reads");
        }
        _cursor = ref end;
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly MessageFormatException Refused(Type converter, Exception exception) =>
        At(Offset, $"a value that {converter.Name} takes", exception.Message);
}
