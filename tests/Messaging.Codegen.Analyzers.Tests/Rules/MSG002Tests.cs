using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Emitted code must be able to add to a contract and to name it.</summary>
public class MSG002Tests
{
    [Fact]
    public Task Reports_a_type_that_is_not_partial() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed record {|MSG002:OrderPlaced|}([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_type_inside_of_one_that_is_not_partial() => Verify.RunAsync("""
        public static class Orders
        {
            [Message("orders.placed")]
            public sealed partial record {|MSG002:Placed|}([property: Key(0)] Guid OrderId);
        }
        """);

    [Fact]
    public Task Reports_a_private_type() => Verify.RunAsync("""
        public partial class Checkout
        {
            [Message("orders.placed")]
            private sealed partial record {|MSG002:OrderPlaced|}([property: Key(0)] Guid OrderId);
        }
        """);

    [Fact]
    public Task Reports_a_file_local_type() => Verify.RunAsync("""
        [Message("orders.placed")]
        file sealed partial record {|MSG002:OrderPlaced|}([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_private_part() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] private Line {|MSG002:First|} { get; set; } = new();

            private sealed class Line
            {
                [Key(0)] public int Quantity { get; set; }
            }
        }
        """);

    [Fact]
    public Task Accepts_nested_types_in_partial_ones() => Verify.RunAsync("""
        public static partial class Orders
        {
            internal partial struct Inner
            {
                [Message("orders.placed")]
                internal sealed partial record Placed([property: Key(0)] Guid OrderId);
            }
        }
        """);

    [Fact]
    public Task Accepts_a_part_that_is_not_partial() => Verify.RunAsync("""
        public sealed record Line([property: Key(0)] string Sku);

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Line Line);
        """);
}
