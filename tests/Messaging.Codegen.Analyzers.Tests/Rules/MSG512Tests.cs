using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Released contracts do not vanish.</summary>
public class MSG512Tests
{
    private const string Sent = """
        orders.sent/v1 key 000 OrderId uuid.str!
        orders.sent/v1 message event
        orders.sent/v1 subject orders.sent.v1
        """;

    private const string Placed = """
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        """;

    [Fact]
    public Task Reports_a_contract_that_is_gone_where_another_one_is() => Verify.BaselineAsync(
        """
        [Message("orders.sent")]
        public sealed partial record {|MSG512:OrderSent|}([property: Key(0)] Guid OrderId);
        """,
        Sent + "\n" + Placed);

    [Fact]
    public Task Accepts_a_retired_contract() => Verify.BaselineAsync(
        """
        [Message("orders.sent")]
        public sealed partial record OrderSent([property: Key(0)] Guid OrderId);
        """,
        Sent + "\n" + Placed,
        "orders.placed/v1 message *RETIRED* event");
}
