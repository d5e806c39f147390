using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Meanings stay.</summary>
public class MSG508Tests
{
    [Fact]
    public Task Reports_another_default() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public int {|MSG501:{|MSG508:Size|}|} { get; init; } = 2;
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Size i32 =1
        """);

    [Fact]
    public Task Reports_another_message_id() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record {|MSG501:{|MSG508:OrderPlaced|}|}
        {
            [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """);

    [Fact]
    public Task Accepts_the_same_default() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public int Size { get; init; } = 1;
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Size i32 =1
        """);
}
