using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Keys stay with their names.</summary>
public class MSG504Tests
{
    [Fact]
    public Task Reports_a_member_that_moved() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(2)] public string? {|MSG504:Note|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Note str?
        """);

    [Fact]
    public Task Reports_a_number_that_changed() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] State State);

        public enum State { Open = 0, {|MSG504:Paid|} = 2 }
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
    public Task Accepts_another_name_for_a_key() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Remark { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Note str?
        """,
        """
        orders.placed/v1 key 001 Remark str?
        """);
}
