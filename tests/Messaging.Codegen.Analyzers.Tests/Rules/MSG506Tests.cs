using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Released contracts stay where they are.</summary>
public class MSG506Tests
{
    [Fact]
    public Task Reports_another_subject() => Verify.BaselineAsync(
        """
        [Message("orders.placed", Subject = "shop.placed")]
        public sealed partial record {|MSG506:OrderPlaced|}
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """);

    [Fact]
    public Task Reports_another_kind() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record {|MSG506:OrderPlaced|}([property: Key(0)] Guid OrderId) : IRequest<Answer>;

        [Message("orders.answer")]
        public sealed partial record Answer([property: Key(0)] Guid OrderId);
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """,
        """
        orders.answer/v1 key 000 OrderId uuid.str!
        orders.answer/v1 message event
        orders.answer/v1 subject orders.answer.v1
        orders.placed/v1 reply orders.answer/v1
        """);

    [Fact]
    public Task Accepts_another_name_of_a_placeholder() => Verify.BaselineAsync(
        """
        [Message("orders.placed", Subject = "orders.{Area}")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required string Area { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.{Region}
        orders.placed/v1 key 000 Region str!
        """,
        """
        orders.placed/v1 subject orders.{Area}
        orders.placed/v1 key 000 Area str!
        """);
}
