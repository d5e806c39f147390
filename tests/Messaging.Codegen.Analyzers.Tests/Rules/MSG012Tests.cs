using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An idempotency key is made of keyed scalar members.</summary>
public class MSG012Tests
{
    [Fact]
    public Task Reports_a_collection() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0), IdempotencyKey] public List<string> {|MSG012:Skus|} { get; init; } = [];
        }
        """);

    [Fact]
    public Task Reports_a_member_that_does_not_travel() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public Guid OrderId { get; init; }
            [IgnoreMember, IdempotencyKey] public Guid {|MSG012:Local|} { get; init; }
        }
        """);

    [Fact]
    public Task Accepts_scalars_and_several_of_them() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
            [Key(1), IdempotencyKey] public required string Region { get; init; }
            [Key(2), IdempotencyKey] public int Attempt { get; init; }
        }
        """);

    [Fact]
    public Task Accepts_a_positional_member() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);
        """);
}
