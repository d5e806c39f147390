using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class PrefixMessageIdFixTests
{
    private const string Contract = """
        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Begins_with_the_contract() => Verify.FixAsync<PrefixMessageIdFix>(
        Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order, long number)
            {
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:order.OrderId.ToString()|} });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:order.OrderId.ToString("N")|} });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:$"{number:x}"|} });
            }
        }
        """,
        Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order, long number)
            {
                await publisher.PublishAsync(order, new PublishOptions { MessageId = $"orders.placed/v2:{order.OrderId}" });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = $"orders.placed/v2:{order.OrderId.ToString("N")}" });
                await publisher.PublishAsync(order, new PublishOptions { MessageId = $"orders.placed/v2:{number:x}" });
            }
        }
        """,
        iterations: 3);

    [Fact]
    public Task Offers_nothing_where_only_the_developer_knows_a_key()
    {
        const string Source = Contract + """
            public sealed class Checkout(IPublisher<OrderPlaced> publisher)
            {
                public async Task PlaceAsync(OrderPlaced order)
                {
                    await publisher.PublishAsync(order, new PublishOptions { MessageId = {|MSG603:"order"|} });
                    var options = new PublishOptions { MessageId = {|MSG603:order.OrderId.ToString()|} };
                    await publisher.PublishAsync(order, options);
                }
            }
            """;
        return Verify.FixAsync<PrefixMessageIdFix>(Source, Source, iterations: 0);
    }
}
