using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen;

public static partial class MessageSerializer
{
    /// <summary>
    /// Reads a message that takes up the whole of <paramref name="payload"/> over an earlier one. The result equals what <see cref="Deserialize{T}(ReadOnlyMemory{byte})"/>
    /// would make, but strings that say the same are kept, and objects, arrays of equal length, lists, and dictionaries with the same keys in the same order
    /// are overwritten: the same message again allocates nothing.
    /// </summary>
    /// <remarks>
    /// Everything that can be reached from the message is overwritten, so nobody else may hold a piece of it, and no object may stand in two places of it.
    /// What cannot be overwritten is made anew around its parts: structs, classes with members that nothing can set, sets, immutable collections, values of
    /// converters, and contracts that only their own serializer reads.
    /// </remarks>
    /// <param name="payload">The bytes.</param>
    /// <param name="message">The message to overwrite, or null; the message that was read afterwards.</param>
    /// <exception cref="MessageFormatException">
    /// The bytes are not a message of this contract, or more bytes follow it. <paramref name="message"/> may hold parts of both messages then.
    /// </exception>
    public static void DeserializeInto<T>(ReadOnlyMemory<byte> payload, [NotNull] ref T? message)
        where T : IReusableMessage<T> => message = ReadInto(payload.Span, message);

    /// <summary>
    /// Reads a message that takes up the whole of <paramref name="payload"/> over an earlier one, as
    /// <see cref="DeserializeInto{T}(ReadOnlyMemory{byte}, ref T)"/> does; several segments are first copied into one.
    /// </summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="message">The message to overwrite, or null; the message that was read afterwards.</param>
    /// <exception cref="MessageFormatException">
    /// The bytes are not a message of this contract, or more bytes follow it. <paramref name="message"/> may hold parts of both messages then.
    /// </exception>
    /// <exception cref="OverflowException">More than 2 GiB.</exception>
    public static void DeserializeInto<T>(in ReadOnlySequence<byte> payload, [NotNull] ref T? message)
        where T : IReusableMessage<T> =>
        message = payload.IsSingleSegment ? ReadInto(payload.FirstSpan, message) : ReadJoinedInto(payload, message);

    [SkipLocalsInit]
    private static T ReadJoinedInto<T>(in ReadOnlySequence<byte> payload, T? message)
        where T : IReusableMessage<T>
    {
        using var joined = new JoinedPayload(payload, stackalloc byte[JoinedPayload.MaxOnStack]);
        return ReadInto(joined.Bytes, message);
    }

    private static T ReadInto<T>(ReadOnlySpan<byte> payload, T? message)
        where T : IReusableMessage<T>
    {
        var reader = new PackReader(payload, T.Contract.Identity);
        T read = T.ReadInto(ref reader, message);
        return reader.End ? read : throw reader.Trailing();
    }
}
