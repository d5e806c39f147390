using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Text becomes a token before it becomes a part of a subject.</summary>
public class MSG604Tests
{
    private const string Contract = """
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId, [property: Key(1)] string Region);


        """;

    [Fact]
    public Task Reports_text() => Verify.RunAsync(Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher, NATS.Client.Core.INatsConnection connection)
        {
            public async Task PlaceAsync(OrderPlaced order, string region, object any)
            {
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = {|MSG604:$"orders.{order.Region}.placed"|} });
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = {|MSG604:"orders." + region + ".placed"|} });
                var options = new PublishOptions { ExpectedLastSubject = {|MSG604:$"orders.{any}.>"|} };
                await connection.PublishAsync({|MSG604:$"others.{region}"|}, "text");
                await connection.SubscribeCoreAsync<string>({|MSG604:"others." + region|});
            }
        }
        """);

    [Fact]
    public Task Accepts_tokens_and_values_that_are_safe() => Verify.RunAsync(Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher, NATS.Client.Core.INatsConnection connection)
        {
            private const string Region = "eu";

            public async Task PlaceAsync(OrderPlaced order, string subject, int shard)
            {
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = OrderPlacedSubject.Format(order.Region) });
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = $"orders.{SubjectToken.Format(order.Region, "Region")}.>" });
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = $"orders.{Region}.{order.OrderId}.{shard}" });
                await publisher.PublishAsync(order, new PublishOptions { ExpectedLastSubject = subject });
                await connection.PublishAsync("others", $"text {subject}");
                Console.WriteLine($"orders.{order.Region}.placed");
            }
        }
        """);
}
