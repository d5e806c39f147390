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
    public Task Reports_a_private_member_of_a_part_that_is_not_partial() => Verify.RunAsync("""
        public sealed class Line
        {
            [Key(0)] private int {|MSG002:_quantity|};
            [Key(1)] public string? Sku { get; set; }

            public void Take() => _quantity++;
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Line Line);
        """);

    [Fact]
    public Task Reports_a_private_member_of_a_base_that_is_not_partial() => Verify.RunAsync("""
        public abstract class OrderEvent
        {
            [Key(0)] private int {|MSG002:Revision|} { get; set; }

            public void Touch() => Revision++;
        }

        [Message("orders.placed")]
        public sealed partial class OrderPlaced : OrderEvent;
        """);

    [Fact]
    public Task Accepts_private_members_of_partial_types() => Verify.RunAsync("""
        public abstract partial class OrderEvent
        {
            [Key(0)] private int Revision { get; set; }

            public void Touch() => Revision++;
        }

        public sealed partial class Line
        {
            [Key(0)] private int _quantity;

            private Line()
            {
            }

            [Key(1)] public string? Sku { get; private set; }

            public static Line Take() => new() { _quantity = 1, Sku = "1" };
        }

        [Message("orders.placed")]
        public sealed partial class OrderPlaced : OrderEvent
        {
            [Key(1)] public Line? Line { get; set; }
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
