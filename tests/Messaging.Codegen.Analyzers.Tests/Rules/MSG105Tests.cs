using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A keyed member can be written and read back, by its number or its name.</summary>
public class MSG105Tests
{
    [Fact]
    public Task Reports_a_property_that_nothing_can_set() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required decimal Net { get; init; }
            [Key(1)] public decimal {|MSG105:Gross|} => Net * 1.19m;
        }
        """);

    [Fact]
    public Task Reports_a_static_member() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required decimal Net { get; init; }
            [Key(1)] public static int {|MSG105:Count|} { get; set; }
        }
        """);

    [Fact]
    public Task Reports_a_name_among_numbers() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key("region")] public string? {|MSG105:Region|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_a_number_among_names_also_of_a_base() => Verify.RunAsync("""
        public abstract record OrderEvent
        {
            [Key("id")] public required Guid OrderId { get; init; }
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(1)] string {|MSG105:Region|}) : OrderEvent;
        """);

    [Fact]
    public Task Reports_names_that_no_payload_can_have() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key("")] public int {|MSG105:Number|} { get; init; }
            [Key("\ud800")] public string? {|MSG105:Region|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_another_name_where_members_are_called_by_their_own() => Verify.RunAsync("""
        [Message("orders.placed"), MessagePackObject(keyAsPropertyName: true)]
        public sealed partial record OrderPlaced
        {
            public Guid OrderId { get; init; }
            [Key("region")] public string? {|MSG105:Region|} { get; init; }
            [Key("Number")] public int Number { get; init; }
        }
        """);

    [Fact]
    public Task Reports_what_is_not_public_where_members_are_called_by_their_own_names() => Verify.RunAsync("""
        [Message("orders.placed"), MessagePackObject(keyAsPropertyName: true)]
        public sealed partial class OrderPlaced
        {
            public Guid {|MSG105:OrderId|} { get; private set; }
            public int Number { get; set; }

            public void Place() => OrderId = Guid.NewGuid();
        }
        """);

    [Fact]
    public Task Reports_private_members_without_keys() => Verify.RunAsync("""
        [Message("orders.placed"), MessagePackObject(keyAsPropertyName: true, AllowPrivate = true)]
        public sealed partial class {|MSG105:OrderPlaced|}
        {
            public int Number { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_names() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}")]
        public sealed partial record OrderPlaced([property: Key("region")] string Region, [property: Key("line")] Line? Line)
        {
            [Key("id"), IdempotencyKey] public required Guid OrderId { get; init; }
        }

        [MessagePackObject(true)]
        public sealed record Line(string Sku, int Quantity)
        {
            public decimal Price { get; init; }
            public bool IsFree => Price == 0;
            internal int Visits { get; set; }
        }
        """);

    [Fact]
    public Task Reports_a_member_that_hides_a_keyed_one() => Verify.RunAsync("""
        public class OrderEvent
        {
            [Key(0)] public int Number { get; set; }
        }

        [Message("orders.placed")]
        public sealed partial class OrderPlaced : OrderEvent
        {
            [Key(1)] public new string {|MSG105:Number|} { get; set; } = "";
        }
        """);

    [Fact]
    public Task Accepts_a_getter_with_a_constructor_parameter() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial class OrderPlaced(decimal net)
        {
            [Key(0)] public decimal Net { get; } = net;
        }
        """);
}
