using Messaging.Codegen.InMemory;
using Messaging.Codegen.Transports;
using Orders;
using Orders.Contracts;

namespace Messaging.Codegen.Samples.Tests.Audit;

/// <summary>An embedded broker with the sample's streams and consumers, but nobody who works: a test decides what becomes of the messages.</summary>
internal sealed class AuditedBroker : IAsyncDisposable
{
    private readonly InMemoryTransport _transport = new(new InMemoryBroker());

    private AuditedBroker()
    {
    }

    public static async Task<AuditedBroker> StartAsync()
    {
        var broker = new AuditedBroker();
        await broker._transport.ConnectAsync(CancellationToken.None);
        await broker._transport.ProvisionAsync(
            [
                new StreamDefinition("ORDERS", ["orders.>"]),
                new StreamDefinition("ORDERS_DLQ", ["dlq.ORDERS.>"]),
                new StreamDefinition("ORDERS_QUARANTINE", ["quarantine.ORDERS.>"]),
            ],
            [
                new ConsumerDefinition("ORDERS", "billing", ["orders.*.placed.v1"]),
                new ConsumerDefinition("ORDERS", "shipping", ["orders.*.paid.v1"]),
                new ConsumerDefinition("ORDERS", "rejections", ["orders.*.payment-declined.v1"]),
            ],
            Provision.Create,
            CancellationToken.None);
        return broker;
    }

    public Task<OrderLedger> AuditAsync(params Guid[] sent) =>
        new Auditor(_transport, new OrderHistory(_transport)).AuditAsync(sent.ToHashSet(), CancellationToken.None);

    /// <summary>Publishes an order.</summary>
    public async Task<(OrderPlaced Order, ulong Sequence)> PlaceAsync()
    {
        var order = new OrderPlaced { OrderId = Guid.NewGuid(), Region = "eu", Total = 1 };
        return (order, await PublishAsync(order));
    }

    /// <returns>The sequence in the stream.</returns>
    public async Task<ulong> PublishAsync<T>(T message)
        where T : IMessage<T>
    {
        var outgoing = new OutgoingBytes(T.GetSubject(message), null, null, MessageSerializer.SerializeToArray(message));
        return (await _transport.PublishAsync(outgoing, CancellationToken.None)).Sequence;
    }

    /// <summary>Puts a message into one of the streams for what was given up.</summary>
    public async Task GiveUpAsync(string kind, OrderPlaced order, ulong sequence)
    {
        var headers = new MessageHeaders
        {
            { HeaderRules.OriginalSubject, "orders.eu.placed.v1" },
            { HeaderRules.OriginalSequence, $"{sequence}" },
            { HeaderRules.Reason, "no luck" },
        };
        var copy = new OutgoingBytes($"{kind}.ORDERS.billing", null, headers, MessageSerializer.SerializeToArray(order));
        await _transport.PublishAsync(copy, CancellationToken.None);
    }

    /// <summary>Acknowledges everything that a consumer gets, without having done anything about it.</summary>
    public async Task AcknowledgeAllAsync(string consumer, string filter)
    {
        var sink = new Acknowledging();
        await using var subscription = await _transport.ConsumeAsync(new ConsumerDefinition("ORDERS", consumer, [filter]), sink, CancellationToken.None);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await _transport.GetConsumerStateAsync("ORDERS", consumer, timeout.Token) is { Pending: > 0 } or { AckPending: > 0 })
        {
            foreach (var delivery in sink.TakeAll())
            {
                subscription.Release(1);
                await subscription.AckAsync(delivery, CancellationToken.None);
            }

            await Task.Delay(10, timeout.Token);
        }
    }

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private sealed class Acknowledging : IMessageSink
    {
        private readonly List<DeliveryInfo> _deliveries = [];

        public void Deliver(in IncomingMessage message)
        {
            lock (_deliveries)
            {
                _deliveries.Add(message.Delivery);
            }
        }

        public DeliveryInfo[] TakeAll()
        {
            lock (_deliveries)
            {
                var all = _deliveries.ToArray();
                _deliveries.Clear();
                return all;
            }
        }
    }
}
