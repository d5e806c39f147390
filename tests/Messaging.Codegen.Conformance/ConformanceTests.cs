using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>What all groups share: a broker, a stream of the test's own, processes that end with the test.</summary>
/// <typeparam name="TFixture">The broker under test.</typeparam>
public abstract class ConformanceTests<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : TransportFixture
{
    /// <summary>An ack wait that never ends during a test, on any machine.</summary>
    protected static readonly TimeSpan LongAckWait = TimeSpan.FromMinutes(10);

    /// <summary>An ack wait that tests wait for.</summary>
    protected static readonly TimeSpan ShortAckWait = TimeSpan.FromSeconds(1);

    private static int _lastNumber;

    private readonly List<ITransport> _processes = [];

    /// <summary>Called by xunit.</summary>
    /// <param name="fixture">The broker.</param>
    protected ConformanceTests(TFixture fixture)
    {
        var number = Interlocked.Increment(ref _lastNumber).ToString(CultureInfo.InvariantCulture);
        Fixture = fixture;
        Stream = "TEST_" + number;
        Root = "test" + number;
        Waiting = new Waiting(fixture);
    }

    /// <summary>The broker.</summary>
    protected TFixture Fixture { get; }

    /// <summary>The name of the test's stream.</summary>
    protected string Stream { get; }

    /// <summary>The first token of the test's subjects.</summary>
    protected string Root { get; }

    /// <summary>Waits.</summary>
    protected Waiting Waiting { get; }

    /// <summary>A connected process.</summary>
    protected ITransport Transport { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async Task InitializeAsync() => Transport = await StartProcessAsync();

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }
    }

    /// <summary>Starts another process.</summary>
    protected async Task<ITransport> StartProcessAsync()
    {
        var transport = Fixture.CreateTransport();
        _processes.Add(transport);
        await transport.ConnectAsync(CancellationToken.None);
        return transport;
    }

    /// <summary>A consumer of the test's stream with an ack wait that does not end.</summary>
    protected ConsumerDefinition Consumer(string name, params string[] filters) => new(Stream, name, filters) { AckWait = LongAckWait };

    /// <summary>A consumer of the test's stream with an ack wait that ends soon.</summary>
    protected ConsumerDefinition ImpatientConsumer(string name, int prefetch = 256) =>
        new(Stream, name, []) { AckWait = ShortAckWait, Prefetch = prefetch };

    /// <summary>Creates the test's stream, for all subjects below <see cref="Root"/>.</summary>
    protected Task ProvisionAsync(params ConsumerDefinition[] consumers) =>
        ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { Replicas = Fixture.Replicas }, consumers);

    /// <summary>Creates a stream.</summary>
    protected async Task ProvisionAsync(StreamDefinition stream, params ConsumerDefinition[] consumers) =>
        await Transport.ProvisionAsync([stream], consumers, Provision.Create, CancellationToken.None);

    /// <summary>Publishes text on <c>Root.subject</c>.</summary>
    protected ValueTask<PublishReceipt> PublishAsync(string subject, string text, string? messageId = null, MessageHeaders? headers = null) =>
        Transport.PublishAsync(Message(subject, text, messageId, headers), CancellationToken.None);

    /// <summary>Publishes <c>0</c>, <c>1</c>, … on <c>Root.m</c>.</summary>
    protected async Task PublishNumbersAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await PublishAsync("m", i.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A message on <c>Root.subject</c>.</summary>
    protected OutgoingBytes Message(
        string subject, string text, string? messageId = null, MessageHeaders? headers = null, PublishTerms? terms = null) =>
        new($"{Root}.{subject}", messageId, headers, Encoding.UTF8.GetBytes(text), terms);

    /// <summary>Publishes text on <c>Root.subject</c> and asks something of the stream.</summary>
    protected ValueTask<PublishReceipt> PublishAsync(string subject, string text, PublishTerms terms, string? messageId = null) =>
        Transport.PublishAsync(Message(subject, text, messageId, null, terms), CancellationToken.None);

    /// <summary>Starts consuming.</summary>
    protected Task<TestConsumer> ConsumeAsync(ConsumerDefinition consumer) => ConsumeAsync(Transport, consumer);

    /// <summary>Starts consuming in a process of its own.</summary>
    protected Task<TestConsumer> ConsumeAsync(ITransport process, ConsumerDefinition consumer) => TestConsumer.StartAsync(process, consumer, Waiting);

    /// <summary>What the test's stream holds.</summary>
    protected ValueTask<StreamState> StreamStateAsync() => Transport.GetStreamStateAsync(Stream, CancellationToken.None);

    /// <summary>How far a consumer of the test's stream is.</summary>
    protected ValueTask<ConsumerState> ConsumerStateAsync(string name) => Transport.GetConsumerStateAsync(Stream, name, CancellationToken.None);

    /// <summary>Publishes text on <c>Root.m</c>, its own message id, through outages of the broker.</summary>
    protected Task<PublishReceipt> PublishStubbornlyAsync(string text) => PublishStubbornlyAsync(text, text);

    /// <summary>Publishes text on <c>Root.m</c> through outages of the broker.</summary>
    protected async Task<PublishReceipt> PublishStubbornlyAsync(string text, string messageId)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await PublishAsync("m", text, messageId);
            }
            catch (PublishException e) when (e.IsTransient && TimeProvider.System.GetElapsedTime(start) < Waiting.Patience)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Counts a message and acknowledges it, if the broker is there.</summary>
    protected static async Task HandleStubbornlyAsync(TestConsumer consumer, Received message, ConcurrentDictionary<string, int> handled)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(handled);
        handled.AddOrUpdate(message.Text, 1, static (_, times) => times + 1);
        try
        {
            await consumer.AckAsync(message);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            // The broker is away: the message comes again.
        }
    }
}
