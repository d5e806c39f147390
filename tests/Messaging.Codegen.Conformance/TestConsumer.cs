using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A consumer that keeps what it is given until the test asks.</summary>
public sealed class TestConsumer : IMessageSink, IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> _waiting = [];
    private readonly ConcurrentQueue<Received> _all = [];
    private readonly Waiting _waits;
    private readonly Action<Received>? _onDelivery;
    private ITransportConsumer? _consumer;

    private TestConsumer(Waiting waits, Action<Received>? onDelivery)
    {
        _waits = waits;
        _onDelivery = onDelivery;
    }

    /// <summary>The transport's side.</summary>
    public ITransportConsumer Consumer => _consumer ?? throw new InvalidOperationException("Not started.");

    /// <summary>Everything that was delivered so far.</summary>
    public IReadOnlyCollection<Received> All => _all;

    /// <summary>The texts of everything that was delivered so far.</summary>
    public IEnumerable<string> Texts => _all.Select(received => received.Text);

    /// <summary>Starts.</summary>
    /// <param name="transport">The process.</param>
    /// <param name="definition">The consumer.</param>
    /// <param name="waits">How to wait.</param>
    /// <param name="onDelivery">Called in the sink with every message before it is kept; may throw.</param>
    public static async Task<TestConsumer> StartAsync(
        ITransport transport, ConsumerDefinition definition, Waiting waits, Action<Received>? onDelivery = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(waits);
        var consumer = new TestConsumer(waits, onDelivery);
        consumer._consumer = await transport.ConsumeAsync(definition, consumer, CancellationToken.None);
        return consumer;
    }

    /// <inheritdoc/>
    public void Deliver(in IncomingMessage message)
    {
        var received = new Received(message, _waits.Time.GetTimestamp());
        _onDelivery?.Invoke(received);
        _all.Enqueue(received);
        _waiting.Enqueue(received);
    }

    /// <summary>Takes the next message; time stands still while it waits, if it can.</summary>
    public async Task<Received> NextAsync()
    {
        await _waits.UntilAsync(() => !_waiting.IsEmpty, "a message is delivered");
        return Take();
    }

    /// <summary>Takes the next message, which needs time to pass.</summary>
    public async Task<Received> NextInTimeAsync()
    {
        await _waits.WhileTimePassesUntilAsync(() => !_waiting.IsEmpty, "a message is delivered");
        return Take();
    }

    /// <summary>Takes the next message if there is one.</summary>
    public bool TryNext([NotNullWhen(true)] out Received? received)
    {
        received = _waiting.IsEmpty ? null : Take();
        return received is not null;
    }

    /// <summary>Takes the next messages.</summary>
    public async Task<IReadOnlyList<Received>> NextAsync(int count)
    {
        var messages = new List<Received>(count);
        while (messages.Count < count)
        {
            messages.Add(await NextAsync());
        }

        return messages;
    }

    /// <summary>Fails when anything is delivered that was not taken.</summary>
    public async Task ExpectNothingAsync()
    {
        await Waiting.ForNothingAsync();
        Assert.Empty(_waiting);
    }

    /// <summary>Acknowledges.</summary>
    public ValueTask AckAsync(Received received)
    {
        ArgumentNullException.ThrowIfNull(received);
        return Consumer.AckAsync(received.Delivery, CancellationToken.None);
    }

    /// <summary>Acknowledges negatively.</summary>
    public ValueTask NakAsync(Received received, TimeSpan delay)
    {
        ArgumentNullException.ThrowIfNull(received);
        return Consumer.NakAsync(received.Delivery, delay, CancellationToken.None);
    }

    /// <summary>Acknowledges negatively whatever was not taken.</summary>
    public async Task GiveBackAsync()
    {
        while (_waiting.TryDequeue(out var received))
        {
            await NakAsync(received, TimeSpan.Zero);
        }
    }

    /// <summary>Takes and handles messages until <paramref name="cancellationToken"/> ends it.</summary>
    public async Task WorkAsync(Func<Received, Task> handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handle);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (_waiting.IsEmpty)
            {
                await Task.Delay(1, CancellationToken.None);
            }
            else
            {
                await handle(Take());
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Consumer.DisposeAsync();

    private Received Take()
    {
        Assert.True(_waiting.TryDequeue(out var received));
        Consumer.Release(1);
        return received;
    }
}
