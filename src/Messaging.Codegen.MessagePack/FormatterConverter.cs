using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.MessagePack;

/// <summary>
/// A formatter of MessagePack-CSharp as the converter of members or types in contracts:
/// <c>[MessageConverter(typeof(FormatterConverter&lt;MoneyFormatter, Money&gt;))]</c>.
/// </summary>
/// <remarks>
/// The formatter runs with <see cref="MessagePackSerializerOptions.Standard"/> and the security for untrusted data. It reads from a copy of the value's
/// bytes, so it may keep them. One that asks the resolver for other formatters is as fit for trimming and Native AOT as that resolver is.
/// </remarks>
/// <typeparam name="TFormatter">The formatter; one is made for all calls.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class FormatterConverter<TFormatter, T> : IMessageConverter<T>
    where TFormatter : IMessagePackFormatter<T?>, new()
{
    private static readonly TFormatter Formatter = new();
    private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData);

    private FormatterConverter()
    {
    }

    /// <inheritdoc/>
    public static void Write(ref PackWriter writer, T value)
    {
        var output = new MessagePackWriter(writer.FlushedOutput());
        Formatter.Serialize(ref output, value, Options);
        output.Flush();
    }

    /// <inheritdoc/>
    public static T Read(ref PackReader reader)
    {
        var input = new MessagePackReader(reader.ReadRaw().ToArray()) { Depth = reader.Depth };
        try
        {
            var value = Formatter.Deserialize(ref input, Options);
            return input.End && value is not null ? value : throw new FormatException($"not all of the value, or null, came out of {typeof(TFormatter).Name}");
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException or InvalidOperationException or InsufficientExecutionStackException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }
}
