using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract is no kind of another one.</summary>
public class MSG006Tests
{
    [Fact]
    public Task Reports_a_contract_below_another_one() => Verify.RunAsync("""
        [Message("orders.placed")]
        public partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public abstract partial record Between(Guid OrderId) : OrderPlaced(OrderId);

        [Message("orders.express")]
        public sealed partial record {|MSG006:ExpressOrderPlaced|}(Guid OrderId, [property: Key(1)] int Hours) : Between(OrderId);
        """);

    [Fact]
    public async Task Reports_a_base_of_a_reference()
    {
        var test = new ComponentTest
        {
            TestCode = Verify.Usings + """
                [Message("orders.express")]
                public sealed partial record {|MSG006:ExpressOrderPlaced|}(Guid OrderId, [property: Key(1)] int Hours) : OrderPlaced(OrderId);
                """,
        };
        test.TestState.AdditionalReferences.Add(SourceCompilation.Build("Shop.Contracts", Verify.Usings + """
            [Message("orders.placed")]
            public partial record OrderPlaced([property: Key(0)] Guid OrderId);
            """));
        await test.RunAsync();
    }

    [Fact]
    public Task Accepts_plain_bases_and_unions() => Verify.RunAsync("""
        public abstract partial record OrderEvent
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }

        [Message("orders.placed")]
        public sealed partial record OrderPlaced : OrderEvent;

        [Message("payments.any")]
        [Union(0, typeof(CardPaid))]
        public abstract partial record Payment;

        [Message("payments.card")]
        public sealed partial record CardPaid([property: Key(0)] string Number) : Payment;
        """);
}
