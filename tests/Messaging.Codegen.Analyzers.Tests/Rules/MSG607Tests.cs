using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What is published is the newest version.</summary>
public class MSG607Tests
{
    private const string Contracts = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("orders.placed.late", Version = 3)]
        public sealed partial record OrderPlacedLate([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Reports_the_old_version() => Verify.RunAsync(Contracts + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher, OrderPlacedPublisher emitted)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await {|MSG607:publisher.PublishAsync(order)|};
                await {|MSG607:emitted.ScheduleAsync(order, TimeSpan.FromHours(1))|};
            }

            public static async Task ForwardAsync(OrderPlaced order, MessageContext context) => await {|MSG607:context.PublishAsync(order)|};
        }
        """);

    [Fact]
    public async Task Reports_a_version_that_a_reference_has_replaced()
    {
        var contracts = SourceCompilation.Build("Shop.Contracts", Verify.Usings + Contracts);
        var source = SourceCompilation.Parse(Verify.Usings + """
            public sealed class Checkout(IPublisher<OrderPlaced> publisher)
            {
                public async Task PlaceAsync(OrderPlaced order) => await publisher.PublishAsync(order);
            }
            """);
        var compilation = SourceCompilation.RunGenerator(SourceCompilation.Create([source], "Shop", OutputKind.DynamicallyLinkedLibrary, contracts));

        var diagnostic = Assert.Single(await SourceCompilation.AnalyzeAsync(compilation));

        Assert.Equal("MSG607", diagnostic.Id);
        Assert.Contains("'orders.placed/v2'", diagnostic.GetMessage());
    }

    [Fact]
    public Task Accepts_the_new_version_and_both() => Verify.RunAsync(Contracts + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher, IPublisher<OrderPlacedV2> newPublisher)
        {
            public async Task PlaceAsync(OrderPlacedV2 order) => await newPublisher.PublishAsync(order);

            public async Task PlaceBothAsync(OrderPlacedV2 order)
            {
                await newPublisher.PublishAsync(order);
                await publisher.PublishAsync(new OrderPlaced(order.OrderId));
            }
        }
        """);
}
