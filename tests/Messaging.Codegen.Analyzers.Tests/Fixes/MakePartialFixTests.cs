using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class MakePartialFixTests
{
    [Fact]
    public Task Makes_the_type_of_a_private_member_partial() => Verify.FixAsync<MakePartialFix>(
        """
        public sealed class Line
        {
            [Key(0)] private int {|MSG002:_quantity|};

            public void Take() => _quantity++;
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Line Line);
        """,
        """
        public sealed partial class Line
        {
            [Key(0)] private int _quantity;

            public void Take() => _quantity++;
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Line Line);
        """);

    [Fact]
    public Task Makes_a_type_partial() => Verify.FixAsync<MakePartialFix>(
        """
        /// <summary>An order.</summary>
        [Message("orders.placed")] // the first of them
        public sealed record {|MSG002:OrderPlaced|}([property: Key(0)] Guid OrderId);
        """,
        """
        /// <summary>An order.</summary>
        [Message("orders.placed")] // the first of them
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Makes_the_types_around_it_partial() => Verify.FixAsync<MakePartialFix>(
        """
        public static class Orders
        {
            public partial class Inner
            {
                [Message("orders.placed")]
                public sealed record {|MSG002:Placed|}([property: Key(0)] Guid OrderId);
            }
        }
        """,
        """
        public static partial class Orders
        {
            public partial class Inner
            {
                [Message("orders.placed")]
                public sealed partial record Placed([property: Key(0)] Guid OrderId);
            }
        }
        """);

    [Fact]
    public Task Keeps_comments_before_a_type_without_modifiers() => Verify.FixAsync<MakePartialFix>(
        """
        // Not public.
        [Message("orders.placed")]
        // A struct.
        struct {|MSG002:OrderPlaced|}
        {
            [Key(0)] public Guid OrderId { get; set; }
        }
        """,
        """
        // Not public.
        [Message("orders.placed")]
        // A struct.
        partial struct OrderPlaced
        {
            [Key(0)] public Guid OrderId { get; set; }
        }
        """);

    [Fact]
    public Task Fixes_siblings_in_one_type_together() => Verify.FixAsync<MakePartialFix>(
        """
        public static class Orders
        {
            [Message("orders.placed")]
            public sealed record {|MSG002:Placed|}([property: Key(0)] Guid OrderId);

            [Message("orders.shipped")]
            public sealed record {|MSG002:Shipped|}([property: Key(0)] Guid OrderId);
        }
        """,
        """
        public static partial class Orders
        {
            [Message("orders.placed")]
            public sealed partial record Placed([property: Key(0)] Guid OrderId);

            [Message("orders.shipped")]
            public sealed partial record Shipped([property: Key(0)] Guid OrderId);
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_where_partial_does_not_help()
    {
        const string Source = """
            public partial class Orders
            {
                [Message("orders.placed")]
                private sealed partial record {|MSG002:Placed|}([property: Key(0)] Guid OrderId);
            }
            """;
        return Verify.FixAsync<MakePartialFix>(Source, Source, iterations: 0);
    }
}
