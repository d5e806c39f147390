using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Publishing;

/// <summary>Takes messages that are ready to travel, in place of the transport: an outbox, which sends them on later.</summary>
internal interface IMessageOutlet
{
    /// <summary>Keeps the message. It belongs to the caller again when the call has ended.</summary>
    ValueTask TakeAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>The way of a typed message to an outlet: the same subject, id, headers, terms and trace as to the transport.</summary>
internal static class MessageOutlet
{
    public static async ValueTask<PublishReceipt> HandAsync<T>(
        IMessageOutlet outlet, T message, string messageId, MessageHeaders? headers, PublishTerms? terms, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        var outgoing = OutgoingMessage<T>.Rent(message, T.GetSubject(message), messageId, MessagingTelemetry.Inject(headers), terms);
        await outlet.TakeAsync(outgoing, cancellationToken).ConfigureAwait(false);
        outgoing.Return();
        return new PublishReceipt("", 0, Duplicate: false);
    }
}
