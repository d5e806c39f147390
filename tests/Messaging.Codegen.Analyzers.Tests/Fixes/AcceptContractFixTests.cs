using Messaging.Codegen.Analyzers.Baseline;
using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class AcceptContractFixTests
{
    private const string Shipped = """
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 key 001 Note str?
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        """;

    [Fact]
    public Task Accepts_every_new_member_at_once() => Verify.FixBaselineAsync<AcceptContractFix>(
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Note { get; init; }
            [Key(2)] public int {|MSG501:Size|} { get; init; }
            [Key(3)] public int {|MSG501:Weight|} { get; init; }
        }
        """,
        Shipped,
        "",
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Note { get; init; }
            [Key(2)] public int Size { get; init; }
            [Key(3)] public int Weight { get; init; }
        }
        """,
        """
        orders.placed/v1 key 002 Size i32
        orders.placed/v1 key 003 Weight i32
        """,
        iterations: 2);

    [Fact]
    public Task Buries_what_is_gone_in_the_baseline_and_in_the_code() => Verify.FixBaselineAsync<AcceptContractFix>(
        """
        [Message("orders.placed")]
        public sealed partial record {|MSG502:OrderPlaced|}
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        Shipped,
        "",
        """
        [Message("orders.placed")]
        [ReservedKeys(1)]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
        }
        """,
        "orders.placed/v1 key 001 *RESERVED* Note str?");

    [Fact]
    public Task Forgets_what_was_accepted_but_never_released() => Verify.FixBaselineAsync<AcceptContractFix>(
        """
        [Message("orders.placed")]
        public sealed partial record {|MSG502:OrderPlaced|}
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Note { get; init; }
        }
        """,
        Shipped,
        "orders.placed/v1 key 002 Size i32",
        """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            [Key(1)] public string? Note { get; init; }
        }
        """,
        "");

    [Fact]
    public Task Retires_a_contract() => Verify.FixBaselineAsync<AcceptContractFix>(
        """
        [Message("orders.sent")]
        public sealed partial record {|MSG512:OrderSent|}([property: Key(0)] Guid OrderId);
        """,
        Shipped + "\n" + Shipped.Replace("placed", "sent", StringComparison.Ordinal).Replace("orders.sent/v1 key 001 Note str?\n", "", StringComparison.Ordinal),
        "",
        """
        [Message("orders.sent")]
        public sealed partial record OrderSent([property: Key(0)] Guid OrderId);
        """,
        "orders.placed/v1 message *RETIRED* event");

    [Fact]
    public Task Fills_the_files_that_an_editor_shows_before_they_are_there()
    {
        const string Order = """
            [Message("orders.placed")]
            public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
            """;
        return new ComponentFixTest<AcceptContractFix>
        {
            TestState =
            {
                Sources = { Verify.Usings + Order.Replace("OrderPlaced", "{|MSG509:OrderPlaced|}", StringComparison.Ordinal) },
                AdditionalFiles = { (BaselineFile.ShippedName, ""), (BaselineFile.UnshippedName, "") },
                AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nbuild_property.MessagingContractBaseline = true\n") },
            },
            FixedState =
            {
                Sources = { Verify.Usings + Order },
                AdditionalFiles =
                {
                    (BaselineFile.ShippedName, BaselineTexts.Print("")),
                    (BaselineFile.UnshippedName, BaselineTexts.Print(
                        "orders.placed/v1 key 000 OrderId uuid.str!", "orders.placed/v1 message event    # CLR OrderPlaced", "orders.placed/v1 subject orders.placed.v1")),
                },
            },

            // The files, then what is in them.
            NumberOfIncrementalIterations = 2,
            NumberOfFixAllIterations = 2,
        }.RunAsync();
    }
}
