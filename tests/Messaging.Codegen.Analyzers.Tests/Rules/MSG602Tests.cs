using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract is sent by its publisher.</summary>
public class MSG602Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);


        """;

    [Fact]
    public Task Reports_contracts_and_their_bytes() => Verify.RunAsync(Contract + """
        public sealed class Checkout(NATS.Client.Core.INatsConnection connection, NATS.Client.JetStream.INatsJSContext stream)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await {|MSG602:connection.PublishAsync("orders.placed.v1", order)|};
                await {|MSG602:connection.PublishAsync("orders.placed.v1", MessageSerializer.SerializeToArray(order))|};
                await {|MSG602:stream.PublishAsync("orders.placed.v1", order)|};
                await {|MSG602:connection.RequestAsync<GetQuote, Quote>("quotes.get.v1", new GetQuote("a"))|};
            }
        }
        """);

    [Fact]
    public Task Accepts_other_messages_and_other_methods() => Verify.RunAsync(Contract + """
        public static class Cache
        {
            public static void PublishAsync<T>(T value)
            {
            }
        }

        public sealed class Checkout(NATS.Client.Core.INatsConnection connection)
        {
            public async Task PlaceAsync(OrderPlaced order, byte[] bytes)
            {
                await connection.PublishAsync("others", "text");
                await connection.PublishAsync("others", bytes);
                await foreach (var message in connection.SubscribeAsync<OrderPlaced>("orders.placed.v1"))
                {
                    Console.WriteLine(message);
                }

                Cache.PublishAsync(order);
                Console.WriteLine(MessageSerializer.SerializeToArray(order).Length);
            }
        }
        """);
}
