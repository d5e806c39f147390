using System.Collections.Concurrent;
using System.Text;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Tests.Consuming;

/// <summary>Keeps deliveries until the test takes them.</summary>
internal sealed class Sink(Action<Sink.Item>? onDelivery = null) : IMessageSink
{
    private readonly ConcurrentQueue<Item> _items = new();

    public IReadOnlyCollection<Item> Items => _items;

    public void Deliver(in IncomingMessage message)
    {
        var item = new Item(Encoding.UTF8.GetString(message.Payload), message.Delivery);
        onDelivery?.Invoke(item);
        _items.Enqueue(item);
    }

    /// <summary>A delivery.</summary>
    internal sealed record Item(string Text, DeliveryInfo Delivery);
}
