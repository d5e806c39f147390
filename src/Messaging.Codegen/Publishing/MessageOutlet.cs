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
    public static async ValueTask<PublishReceipt> HandAsync(IMessageOutlet outlet, Draft draft, CancellationToken cancellationToken)
    {
        foreach (var each in draft.Copies.Reverse().Append(draft))
        {
            var outgoing = each.Rent();
            await outlet.TakeAsync(outgoing, cancellationToken).ConfigureAwait(false);
            outgoing.Return();
        }

        return new PublishReceipt("", 0, Duplicate: false);
    }
}
