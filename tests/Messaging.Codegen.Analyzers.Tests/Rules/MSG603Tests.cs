using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A message id is that of one message.</summary>
public class MSG603Tests
{
    private const string Contract = """
        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Reports_constants_new_ids_and_bare_values() => Verify.RunAsync(Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            private const string Id = "order";

            public async Task PlaceAsync(OrderPlaced order, long number)
            {
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:Id|} });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:Guid.NewGuid().ToString("N")|} });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:$"orders.placed/v2:{Guid.CreateVersion7()}"|} });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:order.OrderId.ToString()|} });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:$"{number}"|} });
            }
        }
        """);

    [Fact]
    public Task Reports_a_key_that_is_new_for_every_object() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0), IdempotencyKey] public Guid OrderId { get; set; } = {|MSG603:Guid.NewGuid()|};
            [Key(1), IdempotencyKey] public string Text = {|MSG603:Guid.CreateVersion7().ToString()|};
        }
        """);

    [Fact]
    public Task Accepts_business_keys() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0), IdempotencyKey] public Guid OrderId { get; set; } = Guid.Empty;
            [Key(1)] public Guid Attempt { get; set; } = Guid.NewGuid();
        }

        public sealed class Other
        {
            public string? MessageId { get; init; } = Guid.NewGuid().ToString();
        }

        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order, string key)
            {
                var id = Guid.NewGuid().ToString();
                _ = new Other { MessageId = "order" };
                await publisher.PublishAsync(order, new PublishOptions { MessageId = null });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = id });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = key });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = $"orders.placed/v1:{order.OrderId}" });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = "orders.placed/v1:" + order.OrderId });
            }
        }
        """);
}
