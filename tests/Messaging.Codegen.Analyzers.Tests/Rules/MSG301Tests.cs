using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler takes a message and returns what can be published.</summary>
public class MSG301Tests
{
    [Fact]
    public Task Reports_async_void() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public async void {|MSG301:HandleAsync|}(OrderPlaced order) => await Task.Delay(1);
        }
        """);

    [Fact]
    public Task Reports_no_parameter() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task {|MSG301:HandleAsync|}() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_first_parameter_that_is_no_contract() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(string {|MSG301:json|}) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_the_context_in_front() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(MessageContext {|MSG301:context|}, OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_second_message() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order, OrderPlaced {|MSG301:other|}) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_message_by_reference() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public void Handle(ref OrderPlaced {|MSG301:order|}) { }
        }
        """);

    [Fact]
    public Task Reports_a_generic_method() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task {|MSG301:HandleAsync|}<T>(OrderPlaced order, T service) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_private_method() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            private Task {|MSG301:HandleAsync|}(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_result_that_nobody_can_publish() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task<int> {|MSG301:HandleAsync|}(OrderPlaced order) => Task.FromResult(1);
        }
        """);

    [Fact]
    public Task Reports_a_service_that_cannot_be_one() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order, int {|MSG301:retries|}) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_method_that_nobody_may_use() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing"), Obsolete("Gone.", error: true)]
            public Task {|MSG301:HandleAsync|}(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_filter_that_does_not_exist() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG301:Filter = "IsRelevant"|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_every_kind_of_result() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("a")]
            public void Handle(OrderPlaced order) { }

            [Handler("b")]
            public Task HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken) => Task.CompletedTask;

            [Handler("c")]
            public ValueTask<OrderPlaced?> Again(OrderPlaced order, IServiceProvider services) => default;

            [Handler("d")]
            public IEnumerable<OrderPlaced> Several(OrderPlaced order) => [order];

            [Handler("e")]
            public static Task<(OrderPlaced, List<OrderPlaced>)> Both(OrderPlaced order, TimeProvider clock) => Task.FromResult((order, new List<OrderPlaced>()));

            [Handler("f", Filter = nameof(IsRelevant))]
            public async IAsyncEnumerable<OrderPlaced> Stream(OrderPlaced order)
            {
                await Task.Yield();
                yield return order;
            }

            internal static bool IsRelevant(OrderPlaced order) => true;
        }
        """);
}
