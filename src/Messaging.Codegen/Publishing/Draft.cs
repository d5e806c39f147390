using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Publishing;

/// <summary>A message before it is sent, and the older versions that travel with it.</summary>
/// <param name="messageId">Its id.</param>
/// <param name="headers">Its headers without those of a trace, or null.</param>
/// <param name="terms">What is asked of the stream, or null.</param>
internal abstract class Draft(string messageId, MessageHeaders? headers, PublishTerms? terms)
{
    private List<Draft>? _copies;

    public string MessageId { get; } = messageId;

    public MessageHeaders? Headers { get; } = headers;

    public PublishTerms? Terms { get; } = terms;

    /// <summary>The older versions, the nearest first.</summary>
    public IReadOnlyList<Draft> Copies => (IReadOnlyList<Draft>?)_copies ?? [];

    public abstract MessageContract Contract { get; }

    public abstract string Subject { get; }

    /// <summary>The message with a trace; it is returned when its publish has succeeded.</summary>
    public abstract OutgoingMessage Rent();

    /// <summary>Sends the message alone.</summary>
    public abstract ValueTask<PublishReceipt> SendAsync(PublishPipeline pipeline, PublishTerms? terms, CancellationToken cancellationToken);

    /// <summary>The draft of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="messageId">Its id.</param>
    /// <param name="headers">Its headers; copies have them too.</param>
    /// <param name="terms">What is asked of the stream. Copies are asked for no state of it: theirs is another subject.</param>
    public static Draft Of<T>(T message, string messageId, MessageHeaders? headers, PublishTerms? terms)
        where T : IMessage<T>
    {
        var draft = new Draft<T>(message, messageId, headers, terms);
        if (T.HasCopies)
        {
            T.VisitCopies(message, new Collector(draft, isKeyed: messageId == MessageIds.FromKey(T.Contract, T.GetIdempotencyKey(message))));
        }

        return draft;
    }

    /// <summary>Makes drafts of the copies, and of their copies.</summary>
    private sealed class Collector(Draft original, bool isKeyed) : IMessageVisitor
    {
        public void Visit<T>(T message)
            where T : IMessage<T>
        {
            if (message is null)
            {
                throw new InvalidOperationException($"The downcaster from {original.Contract} to {T.Contract} returned null.");
            }

            (original._copies ??= []).Add(new Draft<T>(
                message, MessageIds.Copy(message, original.MessageId, isKeyed), original.Headers, PublishTermsOf.Following(original.Terms)));
            if (T.HasCopies)
            {
                T.VisitCopies(message, this);
            }
        }
    }
}

/// <summary>The draft of a typed message.</summary>
internal sealed class Draft<T>(T message, string messageId, MessageHeaders? headers, PublishTerms? terms) : Draft(messageId, headers, terms)
    where T : IMessage<T>
{
    public override MessageContract Contract => T.Contract;

    public override string Subject => T.GetSubject(message);

    public override OutgoingMessage Rent() =>
        OutgoingMessage<T>.Rent(message, T.GetSubject(message), MessageId, MessagingTelemetry.Inject(Headers), Terms);

    public override ValueTask<PublishReceipt> SendAsync(PublishPipeline pipeline, PublishTerms? terms, CancellationToken cancellationToken) =>
        pipeline.SendAsync(message, MessageId, Headers, terms, cancellationToken);
}
