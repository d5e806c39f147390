using System.Diagnostics;
using System.Diagnostics.Metrics;
using Messaging.Codegen.Consuming;

namespace Messaging.Codegen;

/// <summary>
/// Traces and metrics under one name, after OpenTelemetry's conventions for messaging. Listen to <see cref="Name"/> with
/// <c>AddSource</c> and <c>AddMeter</c>; while nobody listens, nothing is measured and nothing allocated.
/// </summary>
public static class MessagingTelemetry
{
    /// <summary>The name of the activity source and of the meter: <c>Messaging.Codegen</c>.</summary>
    public const string Name = "Messaging.Codegen";

    private const string TraceParent = "traceparent";
    private const string TraceState = "tracestate";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Sent = Meter.CreateCounter<long>(
        "messaging.client.sent.messages", "{message}", "Messages that a publish was tried for, failed ones with error.type.");

    private static readonly Counter<long> Consumed = Meter.CreateCounter<long>(
        "messaging.client.consumed.messages", "{message}", "Deliveries, redeliveries among them.");

    private static readonly Histogram<double> ProcessDuration = Meter.CreateHistogram<double>(
        "messaging.process.duration", "s", "How long the handlers of a message took.");

    private static readonly Counter<long> Settled = Meter.CreateCounter<long>(
        "messaging.codegen.settled.messages", "{message}",
        "What became of deliveries, by outcome: handled, ignored, filtered, duplicate, retried, dead-lettered, quarantined.");

    private static readonly UpDownCounter<long> PausedConsumers = Meter.CreateUpDownCounter<long>(
        "messaging.codegen.paused.consumers", "{consumer}", "Consumers that this process has paused.");

    internal static Activity? StartPublish(MessageContract contract, string system)
    {
        var activity = Source.StartActivity(ActivityKind.Producer);
        if (activity is not null)
        {
            activity.DisplayName = "publish " + contract.SubjectTemplate;
            Describe(activity, system, "publish", contract.SubjectTemplate);
        }

        return activity;
    }

    /// <summary>Puts the current trace into the headers; none are made when nothing is traced.</summary>
    internal static MessageHeaders? Inject(MessageHeaders? headers)
    {
        if (Activity.Current is not { Recorded: true, IdFormat: ActivityIdFormat.W3C, Id: { } id } current)
        {
            return headers;
        }

        headers ??= [];
        headers.Add(TraceParent, id);
        if (!string.IsNullOrEmpty(current.TraceStateString))
        {
            headers.Add(TraceState, current.TraceStateString);
        }

        return headers;
    }

    internal static Activity? StartProcess(Delivery delivery, string system)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityContext.TryParse(delivery.Headers[TraceParent], delivery.Headers[TraceState], isRemote: true, out var parent);
        var activity = Source.StartActivity("process " + delivery.Consumer, ActivityKind.Consumer, parent);
        if (activity is not null)
        {
            Describe(activity, system, "process", delivery.Subject);
            activity.SetTag("messaging.consumer.group.name", delivery.Consumer);
            activity.SetTag("messaging.message.id", delivery.MessageId);
            activity.SetTag("messaging.codegen.stream", delivery.Stream);
            activity.SetTag("messaging.codegen.sequence", (long)delivery.Sequence);
            activity.SetTag("messaging.codegen.delivery", delivery.DeliveryCount);
        }

        return activity;
    }

    /// <summary>The work on a batch, linked to the traces of its messages.</summary>
    internal static Activity? StartBatch(IReadOnlyList<Delivery> deliveries, string system)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var links = new List<ActivityLink>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            if (ActivityContext.TryParse(delivery.Headers[TraceParent], delivery.Headers[TraceState], isRemote: true, out var context))
            {
                links.Add(new ActivityLink(context));
            }
        }

        var first = deliveries[0];
        var activity = Source.StartActivity("process batch " + first.Consumer, ActivityKind.Consumer, default(ActivityContext), links: links);
        if (activity is not null)
        {
            Describe(activity, system, "process", first.Stream);
            activity.SetTag("messaging.consumer.group.name", first.Consumer);
            activity.SetTag("messaging.batch.message_count", deliveries.Count);
        }

        return activity;
    }

    internal static void Failed(Activity? activity, Exception exception)
    {
        activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
        activity?.AddException(exception);
    }

    internal static void CountSent(MessageContract contract, string system, Exception? failure)
    {
        if (Sent.Enabled)
        {
            var tags = Tags(system, "publish", contract.SubjectTemplate);
            if (failure is not null)
            {
                tags.Add("error.type", failure is PublishException refused ? refused.Failure.ToString() : failure.GetType().FullName);
            }

            Sent.Add(1, tags);
        }
    }

    internal static void CountConsumed(string system, string stream, string consumer)
    {
        if (Consumed.Enabled)
        {
            var tags = Tags(system, "receive", stream);
            tags.Add("messaging.consumer.group.name", consumer);
            Consumed.Add(1, tags);
        }
    }

    internal static void CountSettled(string stream, string consumer, string outcome)
    {
        if (Settled.Enabled)
        {
            Settled.Add(1, new("messaging.codegen.stream", stream), new("messaging.consumer.group.name", consumer), new("outcome", outcome));
        }
    }

    internal static void CountPaused(string stream, string consumer, int change) =>
        PausedConsumers.Add(change, new("messaging.codegen.stream", stream), new("messaging.consumer.group.name", consumer));

    internal static long StartTimer(TimeProvider time) => ProcessDuration.Enabled ? time.GetTimestamp() : 0;

    internal static void RecordProcess(TimeProvider time, long started, string system, string stream, string consumer)
    {
        if (started != 0)
        {
            var tags = Tags(system, "process", stream);
            tags.Add("messaging.consumer.group.name", consumer);
            ProcessDuration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    private static void Describe(Activity activity, string system, string operation, string destination)
    {
        activity.SetTag("messaging.system", system);
        activity.SetTag("messaging.operation.name", operation);
        activity.SetTag("messaging.operation.type", operation == "publish" ? "send" : "process");
        activity.SetTag("messaging.destination.name", destination);
    }

    private static TagList Tags(string system, string operation, string destination) => new()
    {
        { "messaging.system", system },
        { "messaging.operation.name", operation },
        { "messaging.destination.name", destination },
    };
}
