using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Messaging.Codegen;

/// <content>Metrics: every term of the ledger, durations, and what is under way.</content>
public static partial class MessagingTelemetry
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        // The boundaries that the conventions recommend.
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private static readonly Counter<long> Sent = Meter.CreateCounter<long>(
        "messaging.client.sent.messages", "{message}", "Messages that a publish was tried for, failed ones with error.type.");

    private static readonly Counter<long> Consumed = Meter.CreateCounter<long>(
        "messaging.client.consumed.messages", "{message}", "Deliveries, redeliveries among them.");

    private static readonly Histogram<double> OperationDuration = Meter.CreateHistogram(
        "messaging.client.operation.duration", "s", "How long a publish took, its retries included.", null, Seconds);

    private static readonly Histogram<double> ProcessDuration = Meter.CreateHistogram(
        "messaging.process.duration", "s", "How long the handlers of a message took.", null, Seconds);

    private static readonly Counter<long> Settled = Meter.CreateCounter<long>(
        "messaging.codegen.settled.messages", "{message}",
        "What became of deliveries, by outcome: handled, ignored, filtered, duplicate, retried, dead-lettered, quarantined.");

    private static readonly Counter<long> Replayed = Meter.CreateCounter<long>(
        "messaging.codegen.replayed.messages", "{message}", "Dead letters that came back to be handled.");

    private static readonly UpDownCounter<long> PausedConsumers = Meter.CreateUpDownCounter<long>(
        "messaging.codegen.paused.consumers", "{consumer}", "Consumers that this process has paused.");

    private static readonly List<WeakReference<MessagingCounters>> Services = [];

    static MessagingTelemetry()
    {
        Meter.CreateObservableUpDownCounter(
            "messaging.codegen.unsettled.messages", static () => Observe(static consumer => consumer.Unsettled), "{message}",
            "Messages that a consumer has fetched and not settled: those that wait for a worker, and those in work.");
        Meter.CreateObservableUpDownCounter(
            "messaging.codegen.working.messages", static () => Observe(static consumer => consumer.Working), "{message}",
            "Messages that the handlers of a consumer work on.");
    }

    /// <summary>Includes a service in what is observed, for as long as it lives.</summary>
    internal static void Track(MessagingCounters counters)
    {
        lock (Services)
        {
            Services.RemoveAll(static service => !service.TryGetTarget(out _));
            Services.Add(new(counters));
        }
    }

    /// <summary>The beginning of a publish; 0 while nobody measures.</summary>
    internal static long StartPublishTimer(TimeProvider time) => OperationDuration.Enabled ? time.GetTimestamp() : 0;

    internal static void RecordSent(MessageContract contract, string system, TimeProvider time, long started, Exception? failure)
    {
        if (!Sent.Enabled && started == 0)
        {
            return;
        }

        var tags = new TagList { { SystemTag, system }, { OperationTag, "publish" }, { TemplateTag, contract.SubjectTemplate } };
        if (failure is not null)
        {
            tags.Add(ErrorTag, ErrorType(failure));
        }

        Sent.Add(1, tags);
        if (started != 0)
        {
            tags.Add(OperationTypeTag, "send");
            OperationDuration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    internal static void CountConsumed(string system, string stream, string consumer)
    {
        if (Consumed.Enabled)
        {
            Consumed.Add(1, Tags(system, "receive", stream, consumer));
        }
    }

    internal static void CountSettled(string stream, string consumer, string outcome)
    {
        if (Settled.Enabled)
        {
            Settled.Add(1, new(StreamTag, stream), new(GroupTag, consumer), new("outcome", outcome));
        }
    }

    internal static void CountPaused(string stream, string consumer, int change) =>
        PausedConsumers.Add(change, new(StreamTag, stream), new(GroupTag, consumer));

    internal static void CountReplayed(string stream, string consumer)
    {
        if (Replayed.Enabled)
        {
            Replayed.Add(1, new(StreamTag, stream), new(GroupTag, consumer));
        }
    }

    /// <summary>The beginning of handlers; 0 while nobody measures.</summary>
    internal static long StartTimer(TimeProvider time) => ProcessDuration.Enabled ? time.GetTimestamp() : 0;

    internal static void RecordProcess(TimeProvider time, long started, string system, string stream, string consumer, Exception? failure = null)
    {
        if (started != 0)
        {
            var tags = Tags(system, "process", stream, consumer);
            if (failure is not null)
            {
                tags.Add(ErrorTag, ErrorType(failure));
            }

            ProcessDuration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    private static TagList Tags(string system, string operation, string stream, string consumer) => new()
    {
        { SystemTag, system },
        { OperationTag, operation },
        { StreamTag, stream },
        { GroupTag, consumer },
    };

    private static IEnumerable<Measurement<int>> Observe(Func<ConsumerCounters, int> value)
    {
        MessagingCounters[] services;
        lock (Services)
        {
            services = [.. Services.Select(static service => service.TryGetTarget(out var counters) ? counters : null).OfType<MessagingCounters>()];
        }

        foreach (var consumer in services.SelectMany(static counters => counters.Consumers))
        {
            yield return new Measurement<int>(value(consumer), new KeyValuePair<string, object?>(StreamTag, consumer.Stream), new(GroupTag, consumer.Consumer));
        }
    }
}
