using System.Collections.Concurrent;
using System.Globalization;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Testing;

/// <summary>Keeps what has happened, as bytes and contexts; contracts are decoded when somebody asks for them.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<Publish> _published = new();
    private readonly ConcurrentQueue<MessageContext> _handled = new();
    private readonly ConcurrentQueue<(MessageContext Context, Exception Exception)> _failed = new();
    private readonly ConcurrentDictionary<(string Stream, ulong Sequence), byte[]> _payloads = new();

    public void AddPublished(OutgoingMessage message, byte[] payload, PublishReceipt receipt)
    {
        if (!receipt.Duplicate)
        {
            _published.Enqueue(new Publish(message.Subject, message.MessageId, message.Headers, payload, receipt));
        }
    }

    public void AddDelivered(string stream, ulong sequence, Func<byte[]> payload) => _payloads.GetOrAdd((stream, sequence), _ => payload());

    public void AddHandled(MessageContext context) => _handled.Enqueue(context);

    public void AddFailed(MessageContext context, Exception exception) => _failed.Enqueue((context, exception));

    public IReadOnlyList<PublishedMessage<T>> Published<T>()
        where T : IMessage<T> =>
    [
        .. from publish in _published
           let message = Decoded<T>.From(publish.Subject, publish.Payload)
           where message is not null
           select new PublishedMessage<T>(message.Message, publish.Subject, publish.MessageId, publish.Headers, publish.Receipt),
    ];

    public IReadOnlyList<HandledMessage<T>> Handled<T>(string? consumer)
        where T : IMessage<T> =>
    [
        .. from context in _handled
           where consumer is null || context.Consumer == consumer
           let message = Find<T>(context)
           where message is not null
           select new HandledMessage<T>(message.Message, context),
    ];

    public IReadOnlyList<FailedMessage<T>> Failed<T>(string? consumer)
        where T : IMessage<T> =>
    [
        .. from failure in _failed
           where consumer is null || failure.Context.Consumer == consumer
           let message = Find<T>(failure.Context)
           where message is not null
           select new FailedMessage<T>(message.Message, failure.Context, failure.Exception),
    ];

    public IReadOnlyList<DeadLetteredMessage<T>> DeadLettered<T>(string? consumer)
        where T : IMessage<T> =>
    [
        .. from copy in Copies("dlq.", consumer)
           let message = Decoded<T>.From(copy.Header(HeaderRules.OriginalSubject), copy.Payload)
           where message is not null
           select new DeadLetteredMessage<T>(
               message.Message,
               copy.Header(HeaderRules.Consumer),
               copy.Header(HeaderRules.Reason),
               int.Parse(copy.Header(HeaderRules.Deliveries), CultureInfo.InvariantCulture),
               LastExceptionOf(copy)),
    ];

    public IReadOnlyList<QuarantinedMessage> Quarantined() =>
    [
        .. from copy in Copies("quarantine.", null)
           select new QuarantinedMessage(
               copy.Header(HeaderRules.OriginalSubject), copy.Header(HeaderRules.Consumer), copy.Header(HeaderRules.Reason), copy.Payload),
    ];

    /// <summary>The message of a delivery if it is one of the contract, else null.</summary>
    public Decoded<T>? Find<T>(MessageContext context)
        where T : IMessage<T> =>
        _payloads.TryGetValue((context.Stream, context.Sequence), out var payload) ? Decoded<T>.From(context.Subject, payload) : null;

    private IEnumerable<Publish> Copies(string prefix, string? consumer) => _published.Where(publish =>
        publish.Subject.StartsWith(prefix, StringComparison.Ordinal)
            && publish.Headers?[HeaderRules.OriginalSubject] is not null
            && (consumer is null || publish.Header(HeaderRules.Consumer) == consumer));

    private Exception? LastExceptionOf(Publish copy) => _failed.LastOrDefault(failure =>
        failure.Context.Consumer == copy.Header(HeaderRules.Consumer)
            && failure.Context.Stream == copy.Header(HeaderRules.OriginalStream)
            && failure.Context.Sequence.ToString(CultureInfo.InvariantCulture) == copy.Header(HeaderRules.OriginalSequence)).Exception;

    private sealed record Publish(string Subject, string? MessageId, MessageHeaders? Headers, byte[] Payload, PublishReceipt Receipt)
    {
        public string Header(string name) => Headers?[name] ?? "";
    }
}
