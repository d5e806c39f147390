using Messaging.Codegen.Serialization;

namespace Messaging.Codegen;

/// <summary>What the generator implements on a contract with <see cref="MessageAttribute.Reuse"/>: reading into a message that is there already.</summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
public interface IReusableMessage<TSelf> : IMessage<TSelf>
    where TSelf : IReusableMessage<TSelf>
{
    /// <summary>Reads one message over <paramref name="existing"/>; see <see cref="MessageSerializer.DeserializeInto{T}(ReadOnlyMemory{byte}, ref T)"/>.</summary>
    /// <param name="reader">The source.</param>
    /// <param name="existing">A message that nobody else holds, or null.</param>
    /// <returns>The same object where that was possible, else a new one.</returns>
    /// <exception cref="MessageFormatException">The bytes are not this contract. <paramref name="existing"/> may hold parts of both messages then.</exception>
    static abstract TSelf ReadInto(ref PackReader reader, TSelf? existing);
}
