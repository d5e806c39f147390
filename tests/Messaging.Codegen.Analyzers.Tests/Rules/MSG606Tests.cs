using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Constant headers can be sent.</summary>
public class MSG606Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Reports_names_and_values() => Verify.RunAsync(Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order, new PublishOptions
                {
                    Headers = new Dictionary<string, string>
                    {
                        [{|MSG606:"nats-ttl"|}] = "1",
                        [{|MSG606:"Correlation-Id"|}] = "1",
                        [{|MSG606:"Messaging-Reason"|}] = "1",
                        [{|MSG606:"a b"|}] = "1",
                        [{|MSG606:""|}] = "1",
                        ["Note"] = {|MSG606:"a\nb"|},
                    },
                });
                await publisher.PublishAsync(order, new PublishOptions { Headers = new Dictionary<string, string> { { {|MSG606:"größe"|}, "1" } } });
            }

            public MessageHeaders Headers() => new() { { {|MSG606:"a:b"|}, {|MSG606:"\0"|} } };
        }
        """);

    [Fact]
    public Task Accepts_what_can_be_sent_and_what_is_not_known() => Verify.RunAsync(Contract + """
        public sealed class Other
        {
            public Dictionary<string, string>? Headers { get; init; }
        }

        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order, string text)
            {
                _ = new Other { Headers = new() { ["Nats-Ttl"] = "1" } };
                await publisher.PublishAsync(order, new PublishOptions
                {
                    Headers = new Dictionary<string, string>
                    {
                        ["Tenant"] = "größe",
                        ["NatsTtl"] = "",
                        [text] = text,
                    },
                });
            }

            public MessageHeaders Headers() => new() { { "Nats-Msg-Id", "a" } };
        }
        """);
}
