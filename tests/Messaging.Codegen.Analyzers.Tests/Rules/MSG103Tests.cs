using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Keys are small indexes.</summary>
public class MSG103Tests
{
    [Fact]
    public Task Reports_a_negative_key() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(-1)] public required Guid {|MSG103:OrderId|} { get; init; }
        }
        """);

    [Fact]
    public Task Reports_a_huge_key() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(1000000)] public required Guid {|MSG103:OrderId|} { get; init; }
        }
        """);

    [Fact]
    public Task Accepts_ordinary_keys() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(30)] public required string Region { get; init; }
        }
        """);
}
