using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>The names beside a contract must be free.</summary>
public class MSG010Tests
{
    [Fact]
    public Task Reports_a_publisher_of_that_name() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record {|MSG010:OrderPlaced|}([property: Key(0)] Guid OrderId);

        public sealed class OrderPlacedPublisher;
        """);

    [Fact]
    public Task Reports_a_subject_of_that_name() => Verify.RunAsync("""
        public static partial class Orders
        {
            [Message("orders.placed")]
            public sealed partial record {|MSG010:Placed|}([property: Key(0)] Guid OrderId);

            public static class PlacedSubject;
        }
        """);

    [Fact]
    public Task Accepts_the_name_in_another_place() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public static class Elsewhere
        {
            public sealed class OrderPlacedPublisher;
        }
        """);
}
