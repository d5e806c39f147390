using Messaging.Codegen.Serialization;

namespace Messaging.Codegen;

/// <summary>
/// Writes and reads the values of a type in a form of its own. Emitted code calls the two methods directly; there are no instances. Name the converter
/// with <see cref="MessageConverterAttribute"/> or <see cref="MessageConverterForAttribute"/>.
/// </summary>
/// <remarks>
/// A converter never sees null, and nil is not its affair: a member that may be null is nil on the wire when it is, and nil where a value has to be stands
/// for an absent member. Each call is about exactly one MessagePack value, which may be an array or a map, but not nil. That is enforced: what
/// <see cref="Read"/> leaves of the value is skipped, so that a newer writer may add elements, and reading on behind it is refused; see
/// <see cref="PackReader.ReadWith{TConverter,T}"/> and <see cref="PackWriter.WriteWith{TConverter,T}"/>.
/// </remarks>
/// <typeparam name="T">The type of the values.</typeparam>
public interface IMessageConverter<T>
{
    /// <summary>Writes one value.</summary>
    /// <param name="writer">The destination; not to be flushed.</param>
    /// <param name="value">The value; not null.</param>
    static abstract void Write(ref PackWriter writer, T value);

    /// <summary>Reads one value.</summary>
    /// <param name="reader">The source. The next token is not nil.</param>
    /// <returns>The value; not null.</returns>
    /// <exception cref="MessageFormatException">
    /// The bytes are no such value. An <see cref="ArgumentException"/>, <see cref="FormatException"/> or <see cref="OverflowException"/> becomes one.
    /// </exception>
    static abstract T Read(ref PackReader reader);
}
