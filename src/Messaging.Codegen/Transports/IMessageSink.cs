namespace Messaging.Codegen.Transports;

/// <summary>Takes the messages of one consumer.</summary>
public interface IMessageSink
{
    /// <summary>
    /// Takes one message. Called on the transport's receive loop, one call at a time; returns quickly, never blocks, never throws.
    /// A transport delivers at most <see cref="ConsumerDefinition.Prefetch"/> messages more than were released.
    /// </summary>
    /// <param name="message">The message; its payload is only valid during the call.</param>
    void Deliver(in IncomingMessage message);
}
