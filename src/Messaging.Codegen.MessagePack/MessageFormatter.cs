using System.Buffers;
using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.MessagePack;

/// <summary>A contract's emitted code as a formatter of MessagePack-CSharp.</summary>
/// <typeparam name="T">The contract.</typeparam>
public sealed class MessageFormatter<T> : IMessagePackFormatter<T?>
    where T : IMessage<T>
{
    private MessageFormatter()
    {
    }

    /// <summary>The one formatter of the contract.</summary>
    public static MessageFormatter<T> Instance { get; } = new();

    /// <summary>Writes <paramref name="value"/>, or nil for null.</summary>
    /// <param name="writer">The destination.</param>
    /// <param name="value">The message, or null.</param>
    /// <param name="options">Not used.</param>
    /// <exception cref="MessagePackSerializationException">The old format is asked for, which contracts do not have.</exception>
    /// <exception cref="InvalidOperationException">The message is nested too deeply or too large for one buffer.</exception>
    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        if (writer.OldSpec)
        {
            throw new MessagePackSerializationException($"{T.Contract} is written in the current MessagePack format only; OldSpec is set.");
        }

        // The writer lends no buffer writer, and its spans end where they end: one copy buys writing without a second look at each bound.
        ThreadBuffer buffer = ThreadBuffer.Take();
        try
        {
            MessageSerializer.Serialize(buffer, value);
            writer.WriteRaw(buffer.Written);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>Reads a message, or null from nil.</summary>
    /// <param name="reader">The source. What lies in one segment is read in place.</param>
    /// <param name="options">Its security limits the nesting.</param>
    /// <exception cref="MessagePackSerializationException">
    /// The bytes are not this contract, or nil where the contract is a struct. The inner <see cref="MessageFormatException"/> says where; its offset
    /// counts from the message's first byte.
    /// </exception>
    /// <exception cref="InsufficientExecutionStackException">Nested deeper than <paramref name="options"/> allow.</exception>
    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TryReadNil())
        {
            return default(T) is null ? default : throw new MessagePackSerializationException($"{T.Contract} is a struct, the payload has nil.");
        }

        options.Security.DepthStep(ref reader);
        ReadOnlySequence<byte> bytes = reader.Sequence.Slice(reader.Position);
        if (!bytes.IsSingleSegment)
        {
            bytes = reader.CreatePeekReader().ReadRaw();
        }

        T message = bytes.IsSingleSegment ? Read(bytes.FirstSpan, reader.Depth, out var size) : ReadCopy(bytes, reader.Depth, out size);
        reader.ReadRaw(size);
        reader.Depth--;
        return message;
    }

    private static T ReadCopy(in ReadOnlySequence<byte> bytes, int depth, out int size)
    {
        var length = checked((int)bytes.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            bytes.CopyTo(rented);
            return Read(rented.AsSpan(0, length), depth, out size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static T Read(ReadOnlySpan<byte> bytes, int depth, out int size)
    {
        var reader = new PackReader(bytes, T.Contract.Identity) { Depth = depth };
        try
        {
            var message = T.Read(ref reader);
            size = reader.Offset;
            return message;
        }
        catch (MessageFormatException exception)
        {
            throw new MessagePackSerializationException(exception.Message, exception);
        }
    }
}
