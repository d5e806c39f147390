using System.Buffers;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Routing;

/// <summary>One row of the routing table: subject -> contract -> handler.</summary>
internal abstract class MessageRoute(MessageContract contract, string subject, HandlerOptions options)
{
    public MessageContract Contract { get; } = contract;

    public string Subject { get; } = subject;

    public HandlerOptions Options { get; } = options;

    /// <summary>Decodes a message of this route's contract.</summary>
    /// <exception cref="MessageFormatException">The bytes are not the contract.</exception>
    public abstract Delivery Decode(ConsumerRunner runner, in IncomingMessage message, MessageRoute[] routes);
}

/// <summary>A row for one contract.</summary>
internal sealed class MessageRoute<T>(string subject, HandlerOptions options, MessageHandler<T> handler, Func<T, bool>? filter)
    : MessageRoute(T.Contract, subject, options)
    where T : IMessage<T>
{
    public MessageHandler<T> Handler { get; } = handler;

    public Func<T, bool>? Filter { get; } = filter;

    public override Delivery Decode(ConsumerRunner runner, in IncomingMessage message, MessageRoute[] routes) =>
        new Delivery<T>(runner, message, MessageSerializer.Deserialize<T>(message.Payload), routes);
}
