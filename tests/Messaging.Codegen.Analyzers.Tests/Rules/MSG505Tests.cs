using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What messages must have stays.</summary>
public class MSG505Tests
{
    [Fact]
    public Task Reports_a_new_required_member() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public required string {|MSG505:Region|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """);

    [Fact]
    public Task Reports_a_required_member_that_is_gone() => Verify.BaselineAsync(
        """
        [Message("orders.placed"), ReservedKeys(1)]
        public sealed partial record {|MSG505:OrderPlaced|}
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Region str!
        """,
        """
        orders.placed/v1 key 001 *RESERVED* Region str!
        """);

    [Fact]
    public Task Accepts_a_new_optional_member() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Region { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """,
        """
        orders.placed/v1 key 001 Region str?
        """);
}
