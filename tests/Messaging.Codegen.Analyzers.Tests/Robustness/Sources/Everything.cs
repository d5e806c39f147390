using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MessagePack;
using Messaging.Codegen;

[assembly: Stream("SHOP", "orders.>", "payments.*.made", MaxAge = "7d", DuplicateWindow = "5m", Replicas = 3)]
[assembly: Stream("JOBS", "jobs.>", Retention = StreamRetention.WorkQueue, Storage = StreamStorage.Memory, MaxMessages = 1000)]

namespace Shop
{
    public enum Channel
    {
        Unknown = 0,
        Web = 1,
        Phone = 2,
    }

    [OpenEnum]
    public enum Priority : byte
    {
        Low,
        High = 9,
    }

    [Message("orders.placed", Version = 1, Subject = "orders.{Region}.placed.v1")]
    public sealed partial record OrderPlaced
    {
        [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
        [Key(1)] public required string Region { get; init; }
        [Key(2)] public decimal Total { get; init; } = 1m;
        [Key(3)] public IReadOnlyList<OrderLine> Lines { get; init; } = [];
        [Key(4)] public Channel Channel { get; init; } = Channel.Web;
        [Key(5)] public string? Note { get; set; }
        [Key(6)] public Dictionary<string, List<Priority>> Labels { get; init; } = new();
        [IgnoreMember] public bool HasNote => Note is not null;
    }

    public sealed record OrderLine([property: Key(0)] string Sku, [property: Key(1)] int Quantity, [property: Key(2)] decimal UnitPrice = 1m);

    public abstract class OrderEvent
    {
        [Key(0)] public Guid OrderId { get; set; }
        [Key(1)] public DateTimeOffset At { get; set; }
    }

    [Message("orders.cancelled", Subject = "orders.{OrderId}.cancelled")]
    public sealed partial class OrderCancelled : OrderEvent
    {
        [Key(2)] public string Reason { get; set; } = "";
        [Key(3)] public byte[]? Attachment { get; set; }
        [Key(4)] public Page<OrderLine>? Page { get; set; }
    }

    public sealed class Page<T>
    {
        [Key(0)] public T[] Items { get; set; } = [];
        [Key(1)] public Page<T>? Next { get; set; }
    }

    [Message("orders.counted", Subject = "orders.counted")]
    public readonly partial record struct OrdersCounted([property: Key(0)] int Count, [property: Key(1)] TimeSpan Took);

    [Message("jobs.run")]
    public partial struct RunJob
    {
        [Key(0)] public int Number;
        [Key(1)] public HashSet<long>? Others;
    }

    [Union(0, typeof(CardPayment))]
    [Union(1, typeof(CashPayment))]
    public interface IPayment
    {
    }

    public sealed record CardPayment([property: Key(0)] string Token, [property: Key(1)] DateTime Expires) : IPayment;

    public sealed class CashPayment(decimal tendered) : IPayment
    {
        [Key(0)] public decimal Tendered { get; } = tendered;
    }

    public static partial class Payments
    {
        [Message("payments.made", Version = 2, Subject = "payments.{Channel}.made")]
        public sealed partial record Made([property: Key(0)] IPayment Payment, [property: Key(1)] Channel Channel, [property: Key(2)] KeyValuePair<int, string>[]? Extra = null)
        {
        }
    }

    [Message("quotes.get")]
    public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

    [Message("quotes.quote")]
    public sealed partial record Quote([property: Key(0)] decimal Price);

    public interface IGateway
    {
        Task<bool> ChargeAsync(Guid order, CancellationToken cancellationToken);
    }

    public sealed class BillingHandler(IGateway gateway, IPublisher<OrderCancelled> cancellations)
    {
        [Handler("billing", MaxDeliver = 5, Backoff = ["1s", "5s", "30s"], Concurrency = 8, AckWait = "30s")]
        public async Task<Payments.Made?> HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
        {
            if (await gateway.ChargeAsync(order.OrderId, cancellationToken))
            {
                return new Payments.Made(new CashPayment(order.Total), order.Channel);
            }

            await cancellations.PublishAsync(new OrderCancelled { OrderId = order.OrderId }, cancellationToken);
            await context.PublishAsync(new OrdersCounted(1, TimeSpan.Zero), cancellationToken);
            return null;
        }

        [Handler("billing")]
        public ValueTask HandleAsync(OrderCancelled cancelled) => default;
    }

    public static class Statistics
    {
        [Handler("statistics", Idempotency = Idempotency.Memory, DeliverFrom = DeliverFrom.New, Filter = nameof(IsLarge))]
        [Where(nameof(OrderPlaced.Region), "eu", "us")]
        public static IEnumerable<OrdersCounted> Count(OrderPlaced order, TimeProvider clock)
        {
            yield return new OrdersCounted(order.Lines.Count, TimeSpan.FromTicks(clock.GetUtcNow().Ticks));
        }

        internal static bool IsLarge(OrderPlaced order) => order.Total > 100m;

        [Handler("jobs", Prefetch = 4)]
        public static (OrdersCounted, RunJob) Run(RunJob job) => (new OrdersCounted(job.Number, default), job);
    }

    public sealed class QuoteHandler
    {
        [Handler("quotes")]
        public Task<Quote> HandleAsync(GetQuote request) => Task.FromResult(new Quote(1m));
    }

    public sealed class Checkout(IPublisher<OrderPlaced> publisher, OrderPlacedPublisher typed, IRequestClient<GetQuote, Quote> quotes)
    {
        public async Task<string> PlaceAsync(OrderPlaced order)
        {
            await publisher.PublishAsync(order);
            await typed.PublishAsync(order);
            _ = await quotes.RequestAsync(new GetQuote(order.Lines[0].Sku));
            var bytes = MessageSerializer.SerializeToArray(order);
            return OrderPlacedSubject.Format(order.Region) + bytes.Length;
        }
    }
}
