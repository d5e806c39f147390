using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A keyed member can be written and read back, by its number.</summary>
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
    public Task Reports_text_keys() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key("id")] public required Guid {|MSG105:OrderId|} { get; init; }
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
