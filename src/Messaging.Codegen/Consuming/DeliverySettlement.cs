using Messaging.Codegen.DeadLetters;
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
    /// When a message comes again that this process gives back unhandled as it stops: soon, for another process. One of a partition at once, since
    /// redeliveries come before new messages.
    /// </summary>
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
        else if (IsSuspect(delivery))
        {
            await TryAloneAsync(consumer, delivery, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await HandleAsync(consumer, delivery, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// True for a message that was delivered more often than one that fails can be: processes died or hung with it, because of it or of a neighbour.
    /// It has to be tried alone.
    /// </summary>
    public bool IsSuspect(Delivery delivery) =>
        delivery.Info.DeliveryCount > definition.MaxDeliver && delivery is { Defect: null, IsUnwanted: false };

    /// <summary>Gives a delivery back that was not begun.</summary>
    public ValueTask GiveBackAsync(ITransportConsumer consumer, Delivery delivery) =>
        consumer.NakAsync(delivery.Info, delivery.Partition is null ? GiveBack : TimeSpan.Zero, CancellationToken.None);

    private async ValueTask TryAloneAsync(ITransportConsumer consumer, Delivery delivery, CancellationToken cancellationToken)
    {
        int before;
        try
        {
            before = await services.Trials.BeginAsync(delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            services.Log.TrialFailed(definition.Name, delivery.Sequence, CopyRetry, e);
            await RetryAsync(consumer, delivery, CopyRetry).ConfigureAwait(false);
            counters.CountRetried();
            return;
        }

        if (before >= SoloTrials.Limit)
        {
            var reason = $"Delivered {delivery.DeliveryCount - 1} times without an outcome: its process died or hung, the last {before} times while it was tried alone.";
            await GiveUpAsync(consumer, delivery, GiveUpKind.DeadLetter, reason, null, cancellationToken).ConfigureAwait(false);
            return;
        }

        delivery.Trial = before + 1;
        await HandleAsync(consumer, delivery, cancellationToken).ConfigureAwait(false);
    }

    private bool IsLastTry(Delivery delivery) =>
        delivery.Trial > 0 ? delivery.Trial >= SoloTrials.Limit : delivery.DeliveryCount >= definition.MaxDeliver;

    private async ValueTask ForgetTrialsAsync(Delivery delivery)
    {
        try
        {
            await services.Trials.ForgetAsync(delivery, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            services.Log.TrialsKept(definition.Name, delivery.Sequence, e);
        }
    }

    private async ValueTask HandleAsync(ITransportConsumer consumer, Delivery delivery, CancellationToken cancellationToken)
    {
        ConsumeOutcome outcome;
        using var activity = MessagingTelemetry.StartProcess(delivery, system);
        var started = MessagingTelemetry.StartTimer(services.Time);
        counters.BeginWork();
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
            MessagingTelemetry.RecordProcess(services.Time, started, system, definition.Stream, definition.Name, e);
            await FailAsync(consumer, delivery, e, cancellationToken).ConfigureAwait(false);
            return;
        }
        finally
        {
            counters.EndWork();
        }

        if (outcome is ConsumeOutcome.Busy)
        {
            await RetryAsync(consumer, delivery, BusyRetry).ConfigureAwait(false);
            if (delivery.Trial > 0)
            {
                // It was not tried: somebody else has it.
                await ForgetTrialsAsync(delivery).ConfigureAwait(false);
            }

            return;
        }

        await consumer.AckAsync(delivery.Info, CancellationToken.None).ConfigureAwait(false);
        counters.Count(outcome);
        if (delivery.Trial > 0)
        {
            await ForgetTrialsAsync(delivery).ConfigureAwait(false);
        }
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
        else if (IsLastTry(delivery))
        {
            var reason = $"{delivery.DeliveryCount} deliveries failed, the last with: {exception.Message}";
            await GiveUpAsync(consumer, delivery, GiveUpKind.DeadLetter, reason, exception, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var delay = exception is RetryException retry ? retry.Delay : Backoff(response, delivery.DeliveryCount);
            services.Log.HandlerFailed(definition.Name, delivery.Subject, delivery.Sequence, delivery.DeliveryCount, definition.MaxDeliver, delay, exception);
            await RetryAsync(consumer, delivery, delay).ConfigureAwait(false);
            counters.CountRetried();
        }
    }

    /// <summary>Has the broker deliver the message again, or keeps it for its next try when later messages of its partition wait for it.</summary>
    private static ValueTask RetryAsync(ITransportConsumer consumer, Delivery delivery, TimeSpan delay)
    {
        if (delivery.Partition is null)
        {
            return consumer.NakAsync(delivery.Info, delay, CancellationToken.None);
        }

        delivery.RetryDelay = delay;
        return ValueTask.CompletedTask;
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
            await RetryAsync(consumer, delivery, CopyRetry).ConfigureAwait(false);
            counters.CountRetried();
            return;
        }

        services.Log.GaveUp(definition.Name, delivery.Subject, delivery.Sequence, kind, reason, exception);
        var copied = $"{GiveUpCapture.CopiedMark}{GiveUpStreams.Subject(kind, definition.Stream, definition.Name)}: {reason}";
        await consumer.TerminateAsync(delivery.Info, HeaderRules.Sanitize(copied), CancellationToken.None).ConfigureAwait(false);
        counters.Count(kind);
        if (IsSuspect(delivery))
        {
            await ForgetTrialsAsync(delivery).ConfigureAwait(false);
        }
    }

    /// <summary>The delay before the next delivery, up to a fifth more: messages that failed together shall not come back together.</summary>
    private TimeSpan Backoff(FailureResponse response, int deliveryCount)
    {
        var backoff = response.Backoff.Count > 0 ? response.Backoff : definition.Backoff;
        return Jitter.AtLeast(backoff[Math.Min(deliveryCount, backoff.Count) - 1]);
    }
}
