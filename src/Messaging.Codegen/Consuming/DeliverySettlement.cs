using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// Decides what becomes of a delivery. The rule behind every line: the broker is told that a message is done only after its effects,
/// or its copy in another stream, are safe.
/// </summary>
internal sealed class DeliverySettlement(ConsumerDefinition definition, string system, ConsumerServices services, ConsumerCounters counters)
{
    /// <summary>When a message is tried again whose dead-letter or quarantine copy could not be stored.</summary>
    private static readonly TimeSpan CopyRetry = TimeSpan.FromSeconds(5);

    /// <summary>When a delivery comes again whose double is being handled.</summary>
    private static readonly TimeSpan BusyRetry = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many times MaxDeliver a message may be delivered without any outcome before it is given up unhandled. More than one,
    /// because a crash also costs the buffered neighbours of the message that caused it a delivery.
    /// </summary>
    private const int UnfinishedFactor = 4;

    /// <summary>When a message comes again that this process gives back unhandled as it stops: soon, for another process.</summary>
    private static readonly TimeSpan GiveBack = TimeSpan.FromMilliseconds(100);

    public async ValueTask ProcessAsync(ITransportConsumer consumer, Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.IsUnwanted)
        {
            await consumer.AckAsync(delivery.Info, CancellationToken.None).ConfigureAwait(false);
            counters.CountFiltered();
        }
        else if (delivery.Defect is { } defect)
        {
            await GiveUpAsync(consumer, delivery, GiveUpKind.Quarantine, defect, null, cancellationToken).ConfigureAwait(false);
        }
        else if (delivery.DeliveryCount > definition.MaxDeliver * UnfinishedFactor)
        {
            var reason = $"Delivered {delivery.DeliveryCount - 1} times without an outcome: the process died or hung each time.";
            await GiveUpAsync(consumer, delivery, GiveUpKind.DeadLetter, reason, null, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await HandleAsync(consumer, delivery, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a delivery back that was not begun.</summary>
    public ValueTask GiveBackAsync(ITransportConsumer consumer, Delivery delivery) =>
        consumer.NakAsync(delivery.Info, GiveBack, CancellationToken.None);

    private async ValueTask HandleAsync(ITransportConsumer consumer, Delivery delivery, CancellationToken cancellationToken)
    {
        ConsumeOutcome outcome;
        using var activity = MessagingTelemetry.StartProcess(delivery, system);
        var started = MessagingTelemetry.StartTimer(services.Time);
        try
        {
            outcome = await services.Pipeline.RunAsync(delivery, cancellationToken).ConfigureAwait(false);
            MessagingTelemetry.RecordProcess(services.Time, started, system, definition.Stream, definition.Name);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(consumer, delivery).ConfigureAwait(false);
            return;
        }
        catch (Exception e)
        {
            MessagingTelemetry.Failed(activity, e);
            await FailAsync(consumer, delivery, e, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (outcome is ConsumeOutcome.Busy)
        {
            await consumer.NakAsync(delivery.Info, BusyRetry, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        await consumer.AckAsync(delivery.Info, CancellationToken.None).ConfigureAwait(false);
        counters.Count(outcome);
    }

    private async ValueTask FailAsync(ITransportConsumer consumer, Delivery delivery, Exception exception, CancellationToken cancellationToken)
    {
        var response = services.Failures.Classify(delivery.Running, delivery, exception);
        if (response.Action == FailureAction.Ignore)
        {
            services.Log.Ignored(definition.Name, delivery.Subject, delivery.Sequence, exception);
            await consumer.AckAsync(delivery.Info, CancellationToken.None).ConfigureAwait(false);
            counters.CountIgnored();
        }
        else if (response.Action == FailureAction.DeadLetter)
        {
            var reason = (exception as DeadLetterException ?? exception.InnerException as DeadLetterException)?.Reason ?? exception.Message;
            await GiveUpAsync(consumer, delivery, GiveUpKind.DeadLetter, reason, exception, cancellationToken).ConfigureAwait(false);
        }
        else if (delivery.DeliveryCount >= definition.MaxDeliver)
        {
            var reason = $"{delivery.DeliveryCount} deliveries failed, the last with: {exception.Message}";
            await GiveUpAsync(consumer, delivery, GiveUpKind.DeadLetter, reason, exception, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var delay = exception is RetryException retry ? retry.Delay : Backoff(response, delivery.DeliveryCount);
            services.Log.HandlerFailed(definition.Name, delivery.Subject, delivery.Sequence, delivery.DeliveryCount, definition.MaxDeliver, delay, exception);
            await consumer.NakAsync(delivery.Info, delay, CancellationToken.None).ConfigureAwait(false);
            counters.CountRetried();
        }
    }

    private async ValueTask GiveUpAsync(
        ITransportConsumer consumer, Delivery delivery, GiveUpKind kind, string reason, Exception? exception, CancellationToken cancellationToken)
    {
        try
        {
            await services.DeadLetters.WriteAsync(delivery, kind, reason, exception, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            services.Log.CopyFailed(definition.Name, delivery.Sequence, CopyRetry, e);
            await consumer.NakAsync(delivery.Info, CopyRetry, CancellationToken.None).ConfigureAwait(false);
            counters.CountRetried();
            return;
        }

        services.Log.GaveUp(definition.Name, delivery.Subject, delivery.Sequence, kind, reason, exception);
        await consumer.TerminateAsync(delivery.Info, HeaderRules.Sanitize(reason), CancellationToken.None).ConfigureAwait(false);
        counters.Count(kind);
    }

    /// <summary>The delay before the next delivery, up to a fifth more: messages that failed together shall not come back together.</summary>
    private TimeSpan Backoff(FailureResponse response, int deliveryCount)
    {
        var backoff = response.Backoff.Count > 0 ? response.Backoff : definition.Backoff;
        return Jitter.AtLeast(backoff[Math.Min(deliveryCount, backoff.Count) - 1]);
    }
}
