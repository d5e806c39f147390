namespace Messaging.Codegen.Publishing;

/// <content>Several messages at once.</content>
public sealed partial class PublishPipeline
{
    internal ValueTask<BatchReceipt> PublishBatchAsync<T>(IReadOnlyList<T> messages, PublishBatchOptions? options, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(messages);
        var each = options?.Options;
        if (each is { MessageId: not null } or { ExpectedLastMessageId: not null })
        {
            throw new ArgumentException(
                $"A batch cannot have {nameof(PublishOptions.MessageId)} or {nameof(PublishOptions.ExpectedLastMessageId)}.", nameof(options));
        }

        var terms = each is null ? null : PublishTermsOf.Options(each);
        var drafts = messages.Select((message, index) => Draft.Of(
            message,
            MessageIds.FromKey(T.Contract, T.GetIdempotencyKey(message)) ?? MessageIds.New(),
            each is null ? null : PublishHeaders.From(each),
            index == 0 ? terms : PublishTermsOf.Following(terms)));
        return SendBatchAsync([.. drafts], options?.RequireAtomic ?? false, PublishTermsOf.IsConditional(terms), cancellationToken);
    }

    /// <summary>Publishes what a handler caused, under ids from <paramref name="ordinal"/> on.</summary>
    internal ValueTask<BatchReceipt> PublishBatchCausedAsync<T>(
        IReadOnlyList<T> messages, MessageContext cause, int ordinal, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        var drafts = messages.Select((message, index) => Draft.Of(
            message,
            MessageIds.FromKey(T.Contract, T.GetIdempotencyKey(message)) ?? MessageIds.Caused(T.Contract, cause, ordinal + index),
            PublishHeaders.CausedBy(cause),
            null));
        return cause.Outlet is { } outlet
            ? HandBatchAsync(outlet, [.. drafts], cancellationToken)
            : SendBatchAsync([.. drafts], false, false, cancellationToken);
    }

    /// <summary>The transaction of the outlet keeps them as a whole; each travels on its own later.</summary>
    private static async ValueTask<BatchReceipt> HandBatchAsync(IMessageOutlet outlet, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        var receipts = new List<PublishReceipt>(drafts.Count);
        foreach (var draft in drafts)
        {
            receipts.Add(await MessageOutlet.HandAsync(outlet, draft, cancellationToken).ConfigureAwait(false));
        }

        return new BatchReceipt(false, receipts);
    }

    /// <summary>Publishes a message and the older versions of it, as a whole where that is possible.</summary>
    private async ValueTask<PublishReceipt> SendWithCopiesAsync(Draft draft, CancellationToken cancellationToken)
    {
        if (draft.Terms?.ExpectedLastMessageId is not null)
        {
            throw new ArgumentException(
                $"{draft.Contract} is published in several versions, so {nameof(PublishOptions.ExpectedLastMessageId)} cannot be asked for: only one of them could follow that message.");
        }

        var receipt = await SendBatchAsync([draft], false, PublishTermsOf.IsConditional(draft.Terms), cancellationToken).ConfigureAwait(false);
        return receipt.Messages[0];
    }

    private async ValueTask<BatchReceipt> SendBatchAsync(
        IReadOnlyList<Draft> drafts, bool requireAtomic, bool isConditional, CancellationToken cancellationToken)
    {
        // A stream would refuse the whole batch for one id that comes twice.
        var distinct = drafts.DistinctBy(draft => draft.MessageId, StringComparer.Ordinal).ToArray();
        var copies = distinct.SelectMany(static draft => draft.Copies).ToArray();
        var all = copies.Length == 0 ? distinct : [.. distinct.Concat(copies).DistinctBy(draft => draft.MessageId, StringComparer.Ordinal)];
        if (all.Length <= 1)
        {
            return Expand(drafts, distinct, true, await SendEachAsync(distinct, cancellationToken).ConfigureAwait(false));
        }

        var canBeWhole = copies.Length == 0 || _runtime.HaveOneStream(Array.ConvertAll(all, static draft => draft.Subject));
        if (canBeWhole && await SendAtomicAsync(all, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            return Expand(drafts, distinct, true, stored);
        }

        if (requireAtomic || isConditional)
        {
            var why = requireAtomic ? "the caller demands it" : "an expected sequence needs it";
            throw new PublishException(
                PublishFailure.Refused,
                distinct[0].Subject,
                $"The batch of {all.Length} messages cannot be stored as a whole, and {why}: declare the stream with "
                + $"{nameof(StreamAttribute.AllowAtomicBatches)} = true, on nats-server 2.12 or newer, and publish at most 1,000 messages at a time.");
        }

        return Expand(drafts, distinct, false, await SendEachAsync(distinct, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<IReadOnlyList<PublishReceipt>?> SendAtomicAsync(Draft[] drafts, CancellationToken cancellationToken)
    {
        var transport = await _runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var started = MessagingTelemetry.StartPublishTimer(_time);
        using var activity = MessagingTelemetry.StartPublish(drafts[0].Contract, transport.System);
        var outgoing = Array.ConvertAll(drafts, static draft => draft.Rent());
        try
        {
            var receipts = await RetryAsync(
                transport, outgoing, static (transport, batch, token) => transport.PublishBatchAsync(batch, token), cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < receipts?.Count; i++)
            {
                _counters.CountPublished(receipts[i].Duplicate);
                MessagingTelemetry.RecordSent(drafts[i].Contract, transport.System, _time, started, null);
            }

            Array.ForEach(outgoing, static message => message.Return());
            return receipts;
        }
        catch (Exception e)
        {
            MessagingTelemetry.Failed(activity, e);
            MessagingTelemetry.RecordSent(drafts[0].Contract, transport.System, _time, started, e);
            throw;
        }
    }

    /// <summary>Sends the older versions and then the message itself: who has its receipt knows that all are stored.</summary>
    private async ValueTask<PublishReceipt> SendInOrderAsync(Draft draft, CancellationToken cancellationToken)
    {
        for (var i = draft.Copies.Count - 1; i >= 0; i--)
        {
            await draft.Copies[i].SendAsync(this, draft.Copies[i].Terms, cancellationToken).ConfigureAwait(false);
        }

        return await draft.SendAsync(this, draft.Terms, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes each by itself, without waiting for one before the next.</summary>
    private async ValueTask<IReadOnlyList<PublishReceipt>> SendEachAsync(Draft[] drafts, CancellationToken cancellationToken)
    {
        var sent = Array.ConvertAll(drafts, draft => SendInOrderAsync(draft, cancellationToken).AsTask());
        await ((Task)Task.WhenAll(sent)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Array.TrueForAll(sent, static task => task.IsCompletedSuccessfully))
        {
            return Array.ConvertAll(sent, static task => task.Result);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (sent is [{ IsFaulted: true } only])
        {
            await only.ConfigureAwait(false);
        }

        throw new PublishBatchException(
            Array.ConvertAll(sent, static task => task.IsCompletedSuccessfully ? task.Result : (PublishReceipt?)null),
            Array.ConvertAll(sent, static task => task.Exception?.InnerException ?? (task.IsCanceled ? new TaskCanceledException(task) : null)));
    }

    /// <summary>Gives every message of the batch its receipt; one whose id came before is a copy.</summary>
    private static BatchReceipt Expand(IReadOnlyList<Draft> drafts, Draft[] distinct, bool isAtomic, IReadOnlyList<PublishReceipt> receipts)
    {
        if (drafts.Count == distinct.Length && receipts.Count == drafts.Count)
        {
            return new BatchReceipt(isAtomic, receipts);
        }

        var byId = new Dictionary<string, PublishReceipt>(StringComparer.Ordinal);
        var expanded = new PublishReceipt[drafts.Count];
        for (int i = 0, next = 0; i < expanded.Length; i++)
        {
            expanded[i] = byId.TryGetValue(drafts[i].MessageId, out var first)
                ? first with { Duplicate = true }
                : byId[drafts[i].MessageId] = receipts[next++];
        }

        return new BatchReceipt(isAtomic, expanded);
    }
}
