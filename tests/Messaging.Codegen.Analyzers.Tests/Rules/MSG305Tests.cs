using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An attribute stands on a method that can be called.</summary>
public class MSG305Tests
{
    [Fact]
    public Task Reports_a_method_of_an_interface() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public interface IBilling
        {
            [Handler("billing")]
            Task {|MSG305:HandleAsync|}(OrderPlaced order);
        }
        """);

    [Fact]
    public Task Reports_an_abstract_method() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public abstract class Billing
        {
            [Handler("billing")]
            public abstract Task {|MSG305:HandleAsync|}(OrderPlaced order);
        }
        """);

    [Fact]
    public Task Reports_a_local_function() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public static class Program
        {
            public static void Start()
            {
                Handle(new OrderPlaced(Guid.Empty));

                [Handler("billing")]
                static void {|MSG305:Handle|}(OrderPlaced order) { }
            }
        }
        """);

    [Fact]
    public Task Reports_a_lambda() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public static class Program
        {
            public static Action<OrderPlaced> Start() => {|MSG305:[Handler("billing")] (OrderPlaced order) => { }|};
        }
        """);

    [Fact]
    public Task Accepts_the_method_that_implements_it() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public interface IBilling
        {
            Task HandleAsync(OrderPlaced order);
        }

        public sealed class Billing : IBilling
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);
}
