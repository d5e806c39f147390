using System.Buffers;
using Messaging.Codegen.Consuming;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Routing;

/// <summary>One row of the routing table: subject -> contract -> handler.</summary>
internal abstract class MessageRoute(MessageContract contract, string subject, HandlerOptions options)
{
    /// <summary>The contract that is on the subject.</summary>
    public MessageContract Contract { get; } = contract;

    /// <summary>The contract that the handler takes: <see cref="Contract"/>, or a newer version of it.</summary>
    public abstract MessageContract Handled { get; }

    /// <summary>True when what is on the subject has to become a newer version first.</summary>
    public bool IsUpcast => Contract.Version != Handled.Version;

    /// <summary>
    /// The contract that business keys of this consumer are remembered under: the oldest version that its handlers of <see cref="Handled"/> see. So two
    /// versions of one message have one effect, and so does one message while old and new processes of a service run beside each other.
    /// </summary>
    public MessageContract Scope { get => field ?? Handled; set; }

    public string Subject { get; } = subject;

    public HandlerOptions Options { get; } = options;

    /// <summary>True when the handler takes several messages at once.</summary>
    public abstract bool IsBatch { get; }

    /// <summary>Decodes a message of this route's contract.</summary>
    /// <exception cref="MessageFormatException">The bytes are not the contract.</exception>
    public abstract Delivery Decode(ConsumerRunner runner, in IncomingMessage message, MessageRoute[] routes);
}

/// <summary>A row whose handler takes a contract.</summary>
internal abstract class MessageRoute<T>(MessageContract contract, string subject, HandlerOptions options, Func<T, bool>? filter)
    : MessageRoute(contract, subject, options)
    where T : IMessage<T>
{
    private BatchHandler<T>? _batch;
    private MessageHandler<T>? _handler;

    public override MessageContract Handled => T.Contract;

    /// <summary>What is called for each message; with a handler of batches it is the meeting with the others.</summary>
    public MessageHandler<T> Handler => _handler!;

    public Func<T, bool>? Filter { get; } = filter;

    public override bool IsBatch => _batch is not null;

    /// <summary>Gives the row a handler that takes one message at a time.</summary>
    public MessageRoute<T> To(MessageHandler<T> handler)
    {
        _handler = Options.Timeout is { } timeout
            ? (message, context, cancellationToken) => HandlerTimeout.RunAsync(
                token => handler(message, context, token), timeout, Options.Handler, ((Delivery)context).Time, cancellationToken)
            : handler;
        return this;
    }

    /// <summary>Gives the row a handler that takes several messages at once.</summary>
    public MessageRoute<T> To(BatchHandler<T> handler)
    {
        _handler = static (_, context, _) => ArriveAsync((Delivery)context);
        _batch = Options.Timeout is { } timeout
            ? (batch, context, cancellationToken) => HandlerTimeout.RunAsync(
                token => handler(batch, context, token), timeout, Options.Handler, ((Delivery)context[0]).Time, cancellationToken)
            : handler;
        return this;
    }

    /// <summary>Begins a batch; null when the handler takes one message at a time.</summary>
    public Gathering? NewBatch(int count, ConsumerServices services) => _batch is null ? null : new Gathering<T>(count, _batch, services);

    private static ValueTask ArriveAsync(Delivery delivery) =>
        new(delivery.Batch?.ArriveAsync(delivery) ?? throw new InvalidOperationException("The message is in no batch."));
}

/// <summary>A row for the contract that its handler takes.</summary>
internal sealed class PlainRoute<T>(string subject, HandlerOptions options, Func<T, bool>? filter, Func<T, int>? partition)
    : MessageRoute<T>(T.Contract, subject, options, filter)
    where T : IMessage<T>
{
    public override Delivery Decode(ConsumerRunner runner, in IncomingMessage message, MessageRoute[] routes)
    {
        var decoded = MessageSerializer.Deserialize<T>(message.Payload);
        return new Delivery<T>(runner, message, routes) { Message = decoded, Partition = partition?.Invoke(decoded) };
    }
}
