using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Publishing;

/// <content>Messages that are delivered later.</content>
public sealed partial class PublishPipeline
{
    /// <summary>The time after a delay from now on.</summary>
    internal DateTimeOffset After(TimeSpan delay) => _time.GetUtcNow() + delay;

    internal ValueTask<ScheduleReceipt> ScheduleAsync<T>(T message, DateTimeOffset dueAt, PublishOptions? options, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        var messageId = options?.MessageId ?? MessageIds.FromKey(T.Contract, T.GetIdempotencyKey(message)) ?? MessageIds.New();
        var terms = options is null ? null : PublishTermsOf.Options(options);
        return PublishTermsOf.IsConditional(terms) || terms?.ExpectedLastMessageId is not null
            ? throw new ArgumentException("A scheduled message cannot expect a state of its stream: it is compared now, not when the message is delivered.", nameof(options))
            : ScheduleAsync(Draft.Of(message, messageId, options is null ? null : PublishHeaders.From(options), terms), dueAt, cancellationToken);
    }

    internal ValueTask<ScheduleReceipt> ScheduleCausedAsync<T>(
        T message, DateTimeOffset dueAt, MessageContext cause, int ordinal, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cause.Outlet is not null)
        {
            throw new InvalidOperationException(
                "A handler with Idempotency.Inbox cannot schedule: what it publishes waits for its transaction, and a schedule would not. Publish a message whose handler schedules.");
        }

        var messageId = MessageIds.FromKey(T.Contract, T.GetIdempotencyKey(message)) ?? MessageIds.Caused(T.Contract, cause, ordinal);
        return ScheduleAsync(Draft.Of(message, messageId, PublishHeaders.CausedBy(cause), null), dueAt, cancellationToken);
    }

    internal async ValueTask<bool> CancelScheduledAsync(ScheduleReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(receipt.Stream, nameof(receipt));
        var transport = await _runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var isCancelled = true;
        foreach (var each in receipt.Copies.Append(receipt))
        {
            isCancelled &= await transport.DeleteAsync(each.Stream, each.Sequence, cancellationToken).ConfigureAwait(false);
        }

        return isCancelled;
    }

    /// <summary>Schedules the older versions and then the message itself.</summary>
    private async ValueTask<ScheduleReceipt> ScheduleAsync(Draft draft, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var copies = new List<ScheduleReceipt>();
        for (var i = draft.Copies.Count - 1; i >= 0; i--)
        {
            copies.Add(await ScheduleOneAsync(draft.Copies[i], dueAt, cancellationToken).ConfigureAwait(false));
        }

        var receipt = await ScheduleOneAsync(draft, dueAt, cancellationToken).ConfigureAwait(false);
        return copies.Count == 0 ? receipt : receipt with { Copies = copies };
    }

    private async ValueTask<ScheduleReceipt> ScheduleOneAsync(Draft draft, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var subject = draft.Subject;
        var stream = await _runtime.FindStreamAsync(subject, cancellationToken).ConfigureAwait(false)
            ?? throw new PublishException(PublishFailure.NoStream, subject, "No stream stores this subject.");
        var terms = (draft.Terms ?? new PublishTerms()) with { DueAt = dueAt, ExpectedStream = draft.Terms?.ExpectedStream ?? stream };
        var receipt = await draft.SendAsync(this, terms, cancellationToken).ConfigureAwait(false);
        return new ScheduleReceipt(receipt.Stream, receipt.Sequence, draft.MessageId, dueAt, receipt.Duplicate);
    }
}
