using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What travels is in the baseline.</summary>
public class MSG501Tests
{
    [Fact]
    public Task Reports_a_new_member() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? {|MSG501:Note|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """);

    [Fact]
    public Task Reports_a_new_contract_once() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record {|MSG501:OrderPlaced|}
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Note { get; init; }
        }
        """,
        "");

    [Fact]
    public Task Reports_a_new_member_of_a_part() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Line Line);

        public sealed record Line
        {
            [Key(0)] public int Quantity { get; init; }
            [Key(1)] public string? {|MSG501:Note|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 Line part:Line!
        orders.placed/v1/part:Line key 000 Quantity i32
        """);

    [Fact]
    public Task Reports_a_change_that_the_promise_allows() => Verify.BaselineAsync(
        """
        [Message("orders.placed"), ContractCompatibility(Compatibility.Backward)]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public int {|MSG501:Size|} { get; init; }
        }
        """,
        """
        orders.placed/v1 message event compat=backward
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Size i16
        """);

    [Fact]
    public Task Reports_a_break_that_is_allowed_until_it_is_accepted() => Verify.BaselineAsync(
        """
        [Message("orders.placed"), AllowBreak("never published")]
        public sealed partial record {|MSG501:OrderPlaced|}
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
    public Task Accepts_what_is_shipped_or_not() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Note { get; init; }
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
    public Task Accepts_another_name_of_the_type() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderWasPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        """
        orders.placed/v1 message event    # CLR OrderPlaced
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 OrderId uuid.str!
        """);

    [Fact]
    public Task Accepts_contracts_without_a_baseline() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """);
}
