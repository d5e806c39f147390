using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A key belongs to one member.</summary>
public class MSG102Tests
{
    [Fact]
    public Task Reports_a_name_that_stands_twice() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key("id")] public required Guid OrderId { get; init; }
            [Key("id")] public required string {|MSG102:Region|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_the_second_member() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public required string Region { get; init; }
            [Key(1)] public required decimal {|MSG102:Total|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_a_key_of_the_base_type() => Verify.RunAsync("""
        public abstract record OrderEvent
        {
            [Key(0)] public Guid OrderId { get; init; }
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced : OrderEvent
        {
            [Key(0)] public required string {|MSG102:Region|} { get; init; }
        }
        """);

    [Fact]
    public Task Accepts_an_override_with_the_key_of_what_it_overrides() => Verify.RunAsync("""
        public abstract class OrderEvent
        {
            [Key(0)] public abstract Guid OrderId { get; set; }
        }

        [Message("orders.placed")]
        public sealed partial class OrderPlaced : OrderEvent
        {
            [Key(0)] public override Guid OrderId { get; set; }
            [Key(1)] public string? Region { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_gaps_and_any_order() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(4)] public required Guid OrderId { get; init; }
            [Key(1)] public required string Region { get; init; }
        }
        """);
}
