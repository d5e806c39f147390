using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Types on the wire stay.</summary>
public class MSG503Tests
{
    [Fact]
    public Task Reports_another_type() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string {|MSG503:Total|} { get; init; } = "";
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Total i32 =0
        """);

    [Fact]
    public Task Reports_what_only_old_readers_refuse() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public long {|MSG503:Total|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Total i32
        """);

    [Fact]
    public Task Reports_what_only_an_earlier_release_refuses() => Verify.BaselineAsync(
        """
        [Message("orders.placed"), ContractCompatibility(Compatibility.BackwardTransitive)]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public int {|MSG503:Total|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event compat=backward-transitive
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 *WAS* Total i64
        orders.placed/v1 key 001 Total i32
        """);

    [Fact]
    public Task Accepts_wider_integers_of_requests() => Verify.BaselineAsync(
        """
        [Message("orders.get")]
        public sealed partial record GetOrder([property: Key(0)] long Number) : IRequest<Order>;

        [Message("orders.order")]
        public sealed partial record Order([property: Key(0)] int Number);
        """,
        """
        orders.get/v1 key 000 Number i32!
        orders.get/v1 message request
        orders.get/v1 reply orders.order/v1
        orders.get/v1 subject orders.get.v1
        orders.order/v1 key 000 Number i32!
        orders.order/v1 message event
        orders.order/v1 subject orders.order.v1
        """,
        """
        orders.get/v1 key 000 Number i64!
        """);

    [Fact]
    public Task Accepts_an_allowed_break() => Verify.BaselineAsync(
        """
        [Message("orders.placed"), AllowBreak("never published")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required int OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """,
        """
        orders.placed/v1 break "never\u0020published"
        orders.placed/v1 key 000 OrderId i32!
        """);
}
