using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What is gone is buried.</summary>
public class MSG502Tests
{
    [Fact]
    public Task Reports_a_member_that_is_gone() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record {|MSG502:OrderPlaced|}
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Note str?
        """);

    [Fact]
    public Task Reports_an_accepted_member_that_is_gone() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record {|MSG502:OrderPlaced|}
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """,
        """
        orders.placed/v1 key 001 Note str?
        """);

    [Fact]
    public Task Reports_a_number_that_is_gone() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] State State);

        public enum {|MSG502:State|} { Open = 0 }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 State enum:State!
        orders.placed/v1/enum:State enum i32
        orders.placed/v1/enum:State value 0000000000 Open
        orders.placed/v1/enum:State value 0000000001 Paid
        """);

    [Fact]
    public Task Accepts_a_tombstone() => Verify.BaselineAsync(
        """
        [Message("orders.placed"), ReservedKeys(1)]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Note str?
        """,
        """
        orders.placed/v1 key 001 *RESERVED* Note str?
        """);

    [Fact]
    public Task Accepts_a_type_that_went_with_its_member() => Verify.BaselineAsync(
        """
        [Message("orders.placed"), ReservedKeys(1)]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 *RESERVED* Line part:Line
        orders.placed/v1/part:Line key 000 Quantity i32
        """);
}
