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
            : ScheduleAsync(message, messageId, dueAt, options is null ? null : PublishHeaders.From(options), terms, cancellationToken);
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
        return ScheduleAsync(message, messageId, dueAt, PublishHeaders.CausedBy(cause), null, cancellationToken);
    }

    internal async ValueTask<bool> CancelScheduledAsync(ScheduleReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(receipt.Stream, nameof(receipt));
        var transport = await _runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        return await transport.DeleteAsync(receipt.Stream, receipt.Sequence, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ScheduleReceipt> ScheduleAsync<T>(
        T message, string messageId, DateTimeOffset dueAt, MessageHeaders? headers, PublishTerms? terms, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        var subject = T.GetSubject(message);
        var stream = await _runtime.FindStreamAsync(subject, cancellationToken).ConfigureAwait(false)
            ?? throw new PublishException(PublishFailure.NoStream, subject, "No stream stores this subject.");
        var receipt = await SendAsync(
            message, messageId, headers, (terms ?? new PublishTerms()) with { DueAt = dueAt, ExpectedStream = terms?.ExpectedStream ?? stream }, cancellationToken)
            .ConfigureAwait(false);
        return new ScheduleReceipt(receipt.Stream, receipt.Sequence, messageId, dueAt, receipt.Duplicate);
    }
}
