using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler can be constructed by the container.</summary>
public class MSG304Tests
{
    [Fact]
    public Task Reports_an_abstract_class() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public abstract class {|MSG304:BillingHandler|}
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_generic_class() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class {|MSG304:BillingHandler|}<T>
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_struct() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public struct {|MSG304:BillingHandler|}
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_file_local_class() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        file sealed class {|MSG304:BillingHandler|}
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_private_constructor() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class {|MSG304:BillingHandler|}
        {
            private BillingHandler() { }

            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_several_constructors() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class {|MSG304:BillingHandler|}
        {
            public BillingHandler() { }

            public BillingHandler(TimeProvider clock) => _ = clock;

            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_parameter_that_belongs_to_a_delivery() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler(MessageContext {|MSG304:context|})
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public static class Use
        {
            public static BillingHandler Create(MessageContext context) => new(context);
        }
        """);

    [Fact]
    public Task Accepts_static_handlers_of_any_class() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public abstract class BillingHandler
        {
            [Handler("billing")]
            public static Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_primary_constructor() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        internal sealed class BillingHandler(TimeProvider clock)
        {
            public TimeProvider Clock => clock;

            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_the_marked_one_of_several() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor]
            public BillingHandler() { }

            public BillingHandler(TimeProvider clock) => _ = clock;

            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);
}
