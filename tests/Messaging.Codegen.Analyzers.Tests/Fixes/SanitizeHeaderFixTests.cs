using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class SanitizeHeaderFixTests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Makes_values_sendable() => Verify.FixAsync<SanitizeHeaderFix>(
        Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order, new PublishOptions { Headers = new Dictionary<string, string> { ["A"] = {|MSG606:"a\nb"|}, ["B"] = {|MSG606:"\t"|} } });
            }
        }
        """,
        Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order, new PublishOptions { Headers = new Dictionary<string, string> { ["A"] = HeaderRules.Sanitize("a\nb"), ["B"] = HeaderRules.Sanitize("\t") } });
            }
        }
        """,
        iterations: 2);
}
