using System.Buffers;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats;

/// <summary>A contract's emitted code as a serializer of the NATS client, for programs that use the client itself.</summary>
/// <remarks>
/// As with the client's own serializers, null is an empty payload, and an empty payload is null: the client makes such messages itself,
/// for example to say that nobody answers.
/// </remarks>
/// <typeparam name="T">The contract.</typeparam>
public sealed class MessageNatsSerializer<T> : INatsSerializer<T>
    where T : IMessage<T>
{
    private MessageNatsSerializer()
    {
    }

    /// <summary>The one serializer of the contract.</summary>
    public static MessageNatsSerializer<T> Default { get; } = new();

    /// <summary>Writes <paramref name="value"/>, or nothing for null.</summary>
    /// <param name="bufferWriter">The destination; not null.</param>
    /// <param name="value">The message, or null.</param>
    /// <exception cref="InvalidOperationException">The message is nested too deeply or too large for one buffer.</exception>
    public void Serialize(IBufferWriter<byte> bufferWriter, T value)
    {
        if (value is not null)
        {
            MessageSerializer.Serialize(bufferWriter, value);
        }
    }

    /// <summary>Reads a message that takes up the whole payload; the default of <typeparamref name="T"/> when it is empty.</summary>
    /// <param name="buffer">The payload.</param>
    /// <exception cref="MessageFormatException">
    /// The bytes are not this contract. The client keeps it as the message's error; <c>EnsureSuccess()</c> throws it.
    /// </exception>
    public T? Deserialize(in ReadOnlySequence<byte> buffer) => buffer.IsEmpty ? default : MessageSerializer.Deserialize<T>(buffer);

    /// <summary>Returns this: nothing of <typeparamref name="T"/> is left for another serializer.</summary>
    /// <param name="next">Not used.</param>
    public INatsSerializer<T> CombineWith(INatsSerializer<T> next) => this;
}
