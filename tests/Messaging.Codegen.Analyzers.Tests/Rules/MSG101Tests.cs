using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A member travels or is ignored, and says which.</summary>
public class MSG101Tests
{
    [Fact]
    public Task Reports_a_property() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            public string? {|MSG101:Coupon|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_a_property_among_names() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key("id")] public required Guid OrderId { get; init; }
            public string? {|MSG101:Coupon|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_a_field() => Verify.RunAsync("""
        [Message("orders.placed")]
        public partial struct OrderPlaced
        {
            [Key(0)] public Guid OrderId;
            public int {|MSG101:Quantity|};
        }
        """);

    [Fact]
    public Task Reports_a_positional_member() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId, string {|MSG101:Region|});
        """);

    [Fact]
    public Task Reports_a_member_of_a_base_type() => Verify.RunAsync("""
        public abstract record OrderEvent
        {
            public Guid {|MSG101:OrderId|} { get; init; }
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region) : OrderEvent;

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region) : OrderEvent;
        """);

    [Fact]
    public Task Reports_a_part_once_however_many_contracts_have_it() => Verify.RunAsync("""
        public sealed record Line([property: Key(0)] string Sku, int {|MSG101:Quantity|});

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Line[] Lines);

        [Message("orders.amended")]
        public sealed partial record OrderAmended([property: Key(0)] List<Line> Lines);
        """);

    [Fact]
    public Task Reports_a_part_of_a_generic_part_once() => Verify.RunAsync("""
        public sealed record Page<T>([property: Key(0)] T[] Items, int {|MSG101:Number|});

        [Message("a")]
        public sealed partial record A([property: Key(0)] Page<int> Page);

        [Message("b")]
        public sealed partial record B([property: Key(0)] Page<int> Page, [property: Key(1)] Page<string> Names);
        """);

    [Fact]
    public Task Reports_a_member_on_one_of_several_parts_once() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced
        {
            [Key(0)] public Guid OrderId { get; set; }
        }

        public sealed partial class OrderPlaced
        {
            public string? {|MSG101:Region|} { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_what_is_ignored_or_invisible() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            private int _visits;

            [Key(0)] public required Guid OrderId { get; init; }
            [IgnoreMember] public string? Note { get; set; }
            [System.Runtime.Serialization.IgnoreDataMember] public string? Other { get; set; }
            public static int Count { get; set; }
            public const int Limit = 3;
            internal int Visits => _visits++;
        }
        """);

    [Fact]
    public Task Accepts_a_type_that_is_no_contract() => Verify.RunAsync("""
        public sealed record Settings(string Url, int Retries);
        """);
}
