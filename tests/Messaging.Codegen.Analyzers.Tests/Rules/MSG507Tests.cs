using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Readers in the field know what they get.</summary>
public class MSG507Tests
{
    [Fact]
    public Task Reports_a_new_number() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] State State);

        public enum State { Open = 0, {|MSG507:Paid|} = 1 }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 State enum:State!
        orders.placed/v1/enum:State enum i32
        orders.placed/v1/enum:State value 0000000000 Open
        """);

    [Fact]
    public Task Reports_a_new_case() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] IPayment Payment);

        [Union(0, typeof(Card)), Union(1, typeof(Cash))]
        public interface {|MSG507:IPayment|};

        public sealed record Card([property: Key(0)] string Number) : IPayment;

        public sealed record Cash([property: Key(0)] int Coins) : IPayment;
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 Payment union:IPayment!
        orders.placed/v1/part:Card key 000 Number str!
        orders.placed/v1/part:Cash key 000 Coins i32!
        orders.placed/v1/union:IPayment case 000 part:Card
        orders.placed/v1/union:IPayment union
        """);

    [Fact]
    public Task Accepts_a_new_number_of_an_open_enum() => Verify.BaselineAsync(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] State State);

        [OpenEnum]
        public enum State { Open = 0, Paid = 1 }
        """,
        """
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        orders.placed/v1 key 000 State enum:State!
        orders.placed/v1/enum:State enum i32 open
        orders.placed/v1/enum:State value 0000000000 Open
        """,
        """
        orders.placed/v1/enum:State value 0000000001 Paid
        """);
}
