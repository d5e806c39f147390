using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class SubjectBuilderFixTests
{
    private const string Contract = """
        [Message("orders.placed", Subject = "orders.{Region}.{OrderId}.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId, [property: Key(1)] string Region);


        """;

    [Fact]
    public Task Uses_the_builder() => Verify.FixAsync<SubjectBuilderFix>(
        Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = {|MSG604:$"orders.{order.Region}.{order.OrderId}.placed"|} });
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = {|MSG604:"orders." + order.Region + "." + order.OrderId + ".placed"|} });
            }
        }
        """,
        Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = OrderPlacedSubject.Format(order.Region, order.OrderId) });
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = OrderPlacedSubject.Format(order.Region, order.OrderId) });
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_for_other_subjects()
    {
        const string Source = Contract + """
            public sealed class Checkout(IPublisher<OrderPlaced> publisher)
            {
                public async Task PlaceAsync(OrderPlaced order)
                {
                    await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = {|MSG604:$"orders.{order.Region}.>"|} });
                    await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = {|MSG604:$"orders.x{order.Region}.{order.OrderId}.placed"|} });
                }
            }
            """;
        return Verify.FixAsync<SubjectBuilderFix>(Source, Source, iterations: 0);
    }
}
