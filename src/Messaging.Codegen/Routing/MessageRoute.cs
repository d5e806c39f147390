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

    /// <summary>True when the handler takes several messages at once.</summary>
    public abstract bool IsBatch { get; }

    /// <summary>Decodes a message of this route's contract.</summary>
    /// <exception cref="MessageFormatException">The bytes are not the contract.</exception>
    public abstract Delivery Decode(ConsumerRunner runner, in IncomingMessage message, MessageRoute[] routes);
}

/// <summary>A row for one contract.</summary>
internal sealed class MessageRoute<T>(string subject, HandlerOptions options, Func<T, bool>? filter, Func<T, int>? partition)
    : MessageRoute(T.Contract, subject, options)
    where T : IMessage<T>
{
    private BatchHandler<T>? _batch;

    /// <summary>What is called for each message; with a handler of batches it is the meeting with the others.</summary>
    public required MessageHandler<T> Handler { get; init; }

    public Func<T, bool>? Filter { get; } = filter;

    public override bool IsBatch => _batch is not null;

    /// <summary>A row whose handler takes one message at a time.</summary>
    public static MessageRoute<T> Create(
        string subject, HandlerOptions options, MessageHandler<T> handler, Func<T, bool>? filter, Func<T, int>? partition) =>
        new(subject, options, filter, partition)
        {
            Handler = options.Timeout is { } timeout
                ? (message, context, cancellationToken) => HandlerTimeout.RunAsync(
                    token => handler(message, context, token), timeout, options.Handler, ((Delivery)context).Time, cancellationToken)
                : handler,
        };

    /// <summary>A row whose handler takes several messages at once.</summary>
    public static MessageRoute<T> CreateBatch(
        string subject, HandlerOptions options, BatchHandler<T> handler, Func<T, bool>? filter, Func<T, int>? partition) =>
        new(subject, options, filter, partition)
        {
            Handler = static (_, context, _) => ArriveAsync((Delivery)context),
            _batch = options.Timeout is { } timeout
                ? (batch, context, cancellationToken) => HandlerTimeout.RunAsync(
                    token => handler(batch, context, token), timeout, options.Handler, ((Delivery)context[0]).Time, cancellationToken)
                : handler,
        };

    /// <summary>Begins a batch; null when the handler takes one message at a time.</summary>
    public Gathering? NewBatch(int count, ConsumerServices services) => _batch is null ? null : new Gathering<T>(count, _batch, services);

    public override Delivery Decode(ConsumerRunner runner, in IncomingMessage message, MessageRoute[] routes)
    {
        var decoded = MessageSerializer.Deserialize<T>(message.Payload);
        return new Delivery<T>(runner, message, decoded, routes) { Partition = partition?.Invoke(decoded) };
    }

    private static ValueTask ArriveAsync(Delivery delivery) =>
        new(delivery.Batch?.ArriveAsync(delivery) ?? throw new InvalidOperationException("The message is in no batch."));
}
