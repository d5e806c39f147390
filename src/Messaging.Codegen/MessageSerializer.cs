using System.Buffers;
using System.Runtime.CompilerServices;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen;

/// <summary>
/// Messages to bytes and back. The bytes are MessagePack, for a contract the same as MessagePack-CSharp 3 writes with its standard resolver.
/// </summary>
/// <remarks>
/// Reading takes time and memory in proportion to the payload, whoever has made it. Nothing is allocated for what a payload only announces. The
/// most that a byte can cost is the largest object that an empty array or map stands for, and the slot for it: a part without required members
/// (8 bytes for each reference or long, 4 for each int, a header of 16, and what its declared defaults allocate), a dictionary (80 bytes) or a list (32).
/// </remarks>
public static partial class MessageSerializer
{
    /// <summary>Writes <paramref name="message"/> to <paramref name="output"/>.</summary>
    /// <param name="output">Receives the bytes. When an exception is thrown, part of the message may have been handed to it.</param>
    /// <param name="message">The message, not null.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The message is nested too deeply or too large for one buffer.</exception>
    public static void Serialize<T>(IBufferWriter<byte> output, T message)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(message);
        var writer = new PackWriter(output);
        T.Write(ref writer, message);
        writer.Flush();
    }

    /// <summary>Writes <paramref name="message"/> to a new array.</summary>
    /// <param name="message">The message, not null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The message is nested too deeply or too large for one buffer.</exception>
    public static byte[] SerializeToArray<T>(T message)
        where T : IMessage<T>
    {
        ThreadBuffer buffer = ThreadBuffer.Take();
        try
        {
            Serialize(buffer, message);
            return buffer.Written.ToArray();
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>Reads a message that takes up the whole of <paramref name="payload"/>. The result keeps no reference to it.</summary>
    /// <exception cref="MessageFormatException">The bytes are not a message of this contract, or more bytes follow it.</exception>
    public static T Deserialize<T>(ReadOnlyMemory<byte> payload)
        where T : IMessage<T> => Read<T>(payload.Span);

    /// <summary>Reads a message that takes up the whole of <paramref name="payload"/>; several segments are first copied into one. The result keeps no reference to it.</summary>
    /// <exception cref="MessageFormatException">The bytes are not a message of this contract, or more bytes follow it.</exception>
    /// <exception cref="OverflowException">More than 2 GiB.</exception>
    public static T Deserialize<T>(in ReadOnlySequence<byte> payload)
        where T : IMessage<T> => payload.IsSingleSegment ? Read<T>(payload.FirstSpan) : ReadJoined<T>(payload);

    [SkipLocalsInit]
    private static T ReadJoined<T>(in ReadOnlySequence<byte> payload)
        where T : IMessage<T>
    {
        using var joined = new JoinedPayload(payload, stackalloc byte[JoinedPayload.MaxOnStack]);
        return Read<T>(joined.Bytes);
    }

    private static T Read<T>(ReadOnlySpan<byte> payload)
        where T : IMessage<T>
    {
        var reader = new PackReader(payload, T.Contract.Identity);
        T message = T.Read(ref reader);
        return reader.End ? message : throw reader.Trailing();
    }
}
