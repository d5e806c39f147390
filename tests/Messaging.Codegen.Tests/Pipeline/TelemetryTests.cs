using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>Nothing else may listen or trace meanwhile.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryCollection;

/// <summary>Spans and metrics by the names of OpenTelemetry, and nothing at all while nobody listens.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_message_is_one_trace_from_its_publish_to_what_its_handler_publishes()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var host = await PipelineHost.StartAsync("producer", b => b.Produce = (job, _) => [new JobDone(job.Id, "done")]);
        var job = PipelineHost.NewJob();
        await host.PublishAsync(job);
        await host.SettleAsync("producer");
        await PipelineHost.UntilAsync(() => spans.Count >= 4);

        var publish = Assert.Single(spans, span => span.DisplayName == "publish pipe.{Region}.job.v1");
        var receive = Assert.Single(spans, span => span.DisplayName == "receive PIPE");
        var process = Assert.Single(spans, span => span.DisplayName == "process pipe.{Region}.job.v1");
        var caused = Assert.Single(spans, span => span.DisplayName == "publish out.done.v1");
        Assert.All(spans, span => Assert.Equal(publish.TraceId, span.TraceId));
        Assert.Equal((publish.SpanId, publish.SpanId, process.SpanId), (receive.ParentSpanId, process.ParentSpanId, caused.ParentSpanId));
        Assert.Equal(receive.SpanId, Assert.Single(process.Links).Context.SpanId);
        Assert.Equal((ActivityKind.Producer, ActivityKind.Client, ActivityKind.Consumer), (publish.Kind, receive.Kind, process.Kind));
        AssertTags(publish, ("messaging.destination.name", "pipe.eu.job.v1"), ("messaging.message.id", $"pipe.job/v1:{job.Id}"));
        AssertTags(publish, ("messaging.system", "memory"), ("messaging.operation.name", "publish"), ("messaging.operation.type", "send"));
        AssertTags(receive, ("messaging.operation.type", "receive"), ("messaging.destination.name", "pipe.eu.job.v1"), ("messaging.consumer.group.name", "producer"));
        AssertTags(
            process,
            ("messaging.system", "memory"),
            ("messaging.operation.type", "process"),
            ("messaging.destination.name", "pipe.eu.job.v1"),
            ("messaging.destination.template", "pipe.{Region}.job.v1"),
            ("messaging.message.id", $"pipe.job/v1:{job.Id}"),
            ("messaging.message.conversation_id", $"pipe.job/v1:{job.Id}"),
            ("messaging.codegen.sequence", 1L));
    }

    [Fact]
    public async Task A_failure_is_on_its_span()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, _, _) => throw new DeadLetterException("broken"));
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("plain");
        await PipelineHost.UntilAsync(() => spans.Any(span => span.OperationName.StartsWith("process", StringComparison.Ordinal)));
        var process = Assert.Single(spans, span => span.OperationName.StartsWith("process", StringComparison.Ordinal));
        Assert.Equal((ActivityStatusCode.Error, "broken"), (process.Status, process.StatusDescription));
        AssertTags(process, ("error.type", typeof(DeadLetterException).FullName));
    }

    [Fact]
    public async Task Every_term_of_the_ledger_is_measured()
    {
        using var meter = new MeterReader();
        await using var host = await PipelineHost.StartAsync("classified", b => b.OnJob = (job, context, _) => job.Size switch
        {
            1 => throw new ArgumentNullException(nameof(job)),
            2 => throw new ArgumentException("bad"),
            3 when context.DeliveryCount == 1 => throw new InvalidOperationException("once"),
            _ => Task.CompletedTask,
        });
        for (var size = 0; size < 4; size++)
        {
            await host.PublishAsync(PipelineHost.NewJob(size: size));
        }

        await host.PublishBytesAsync("pipe.eu.job.v1", [0xc1]);
        await host.SettleAsync("classified");

        Assert.Equal(4, meter.Sum("messaging.client.sent.messages", ("messaging.destination.template", "pipe.{Region}.job.v1")));
        Assert.Equal(6, meter.Sum("messaging.client.consumed.messages", ("messaging.consumer.group.name", "classified")));
        Assert.Equal(2, meter.Outcome("handled"));
        Assert.Equal(1, meter.Outcome("ignored"));
        Assert.Equal(1, meter.Outcome("dead-lettered"));
        Assert.Equal(1, meter.Outcome("retried"));
        Assert.Equal(1, meter.Outcome("quarantined"));
        Assert.Equal(4, meter.Count("messaging.client.operation.duration", ("messaging.operation.type", "send")));
        Assert.Equal(5, meter.Count("messaging.process.duration", ("messaging.consumer.group.name", "classified")));
        Assert.Equal(1, meter.Count("messaging.process.duration", ("error.type", typeof(InvalidOperationException).FullName)));
    }

    [Fact]
    public async Task What_is_under_way_is_observed()
    {
        using var meter = new MeterReader();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, _, _) => gate.Task);
        for (var i = 0; i < 3; i++)
        {
            await host.PublishAsync(PipelineHost.NewJob());
        }

        await PipelineHost.UntilAsync(() => host.Consumer is { Unsettled: 3, Working: 1 });
        meter.Observe();
        Assert.Equal(3, meter.Last("messaging.codegen.unsettled.messages", ("messaging.consumer.group.name", "plain")));
        Assert.Equal(1, meter.Last("messaging.codegen.working.messages", ("messaging.consumer.group.name", "plain")));
        gate.SetResult();
        await host.SettleAsync("plain");
        await PipelineHost.UntilAsync(() => host.Consumer is { Unsettled: 0, Working: 0 });
    }

    [Fact]
    public void Nothing_is_allocated_while_nobody_listens()
    {
        var contract = Contract<Job>();
        MeasureAll(contract);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            MeasureAll(contract);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static MessageContract Contract<T>()
        where T : IMessage<T> => T.Contract;

    private static void MeasureAll(MessageContract contract)
    {
        using var publish = MessagingTelemetry.StartPublish(contract, "memory");
        Assert.Null(publish);
        Assert.Null(MessagingTelemetry.Inject(null));
        MessagingTelemetry.RecordSent(contract, "memory", TimeProvider.System, MessagingTelemetry.StartPublishTimer(TimeProvider.System), null);
        var message = new IncomingMessage { Subject = "s", Payload = default, Delivery = new DeliveryInfo("S", 1, 1, default, contract) };
        Assert.Null(MessagingTelemetry.StartReceive(message, "memory", "c"));
        Assert.Null(MessagingTelemetry.StartProcess(null!, "memory"));
        MessagingTelemetry.CountConsumed("memory", "S", "c");
        MessagingTelemetry.CountSettled("S", "c", "handled");
        MessagingTelemetry.CountReplayed("S", "c");
        MessagingTelemetry.RecordProcess(TimeProvider.System, MessagingTelemetry.StartTimer(TimeProvider.System), "memory", "S", "c");
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == MessagingTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static void AssertTags(Activity span, params (string Name, object? Value)[] tags) =>
        Assert.All(tags, tag => Assert.Equal(tag.Value, span.GetTagItem(tag.Name)));

    private sealed class MeterReader : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = [];

        public MeterReader()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == MessagingTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
            _listener.Start();
        }

        public void Observe() => _listener.RecordObservableInstruments();

        public double Outcome(string outcome) => Sum("messaging.codegen.settled.messages", ("outcome", outcome), ("messaging.consumer.group.name", "classified"));

        public double Sum(string name, params (string Name, object? Value)[] tags) => Find(name, tags).Sum();

        public int Count(string name, params (string Name, object? Value)[] tags) => Find(name, tags).Count();

        public double Last(string name, params (string Name, object? Value)[] tags) => Find(name, tags).Last();

        public void Dispose() => _listener.Dispose();

        private IEnumerable<double> Find(string name, (string Name, object? Value)[] tags) => _measured
            .Where(measured => measured.Name == name && Array.TrueForAll(tags, tag => Equals(measured.Tags.GetValueOrDefault(tag.Name), tag.Value)))
            .Select(measured => measured.Value);

        private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _measured.Enqueue((instrument.Name, value, new Dictionary<string, object?>(tags.ToArray())));
    }
}
