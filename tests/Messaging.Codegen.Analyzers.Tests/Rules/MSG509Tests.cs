using Messaging.Codegen.Analyzers.Baseline;
using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Who wants a baseline is told when it is missing.</summary>
public class MSG509Tests
{
    private const string Order = """
        [Message("orders.placed")]
        public sealed partial record {|MSG509:OrderPlaced|}([property: Key(0)] Guid OrderId);
        """;

    [Fact]
    public Task Reports_contracts_of_a_project_that_wants_a_baseline() => new ComponentTest
    {
        TestState =
        {
            Sources = { Verify.Usings + Order },
            AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nbuild_property.MessagingContractBaseline = true\n") },
        },
    }.RunAsync();

    [Fact]
    public Task Reports_that_one_of_the_files_is_missing() => new ComponentTest
    {
        TestState =
        {
            Sources = { Verify.Usings + Order },
            AdditionalFiles =
            {
                (BaselineFile.ShippedName, BaselineTexts.Print(
                    "orders.placed/v1 message event", "orders.placed/v1 subject orders.placed.v1", "orders.placed/v1 key 000 OrderId uuid.str!")),
            },
        },
    }.RunAsync();

    [Fact]
    public Task Accepts_projects_that_want_none() => Verify.RunAsync(Order.Replace("{|MSG509:OrderPlaced|}", "OrderPlaced", StringComparison.Ordinal));

    /// <summary>Editors and dotnet format show a file that is registered before it is there without text.</summary>
    [Fact]
    public Task Accepts_files_without_text_in_projects_that_want_none() => new ComponentTest
    {
        TestState =
        {
            Sources = { Verify.Usings + Order.Replace("{|MSG509:OrderPlaced|}", "OrderPlaced", StringComparison.Ordinal) },
            AdditionalFiles = { (BaselineFile.ShippedName, ""), (BaselineFile.UnshippedName, "\n") },
        },
    }.RunAsync();

    [Fact]
    public Task Reports_files_without_text_in_projects_that_want_a_baseline() => new ComponentTest
    {
        TestState =
        {
            Sources = { Verify.Usings + Order },
            AdditionalFiles = { (BaselineFile.ShippedName, ""), (BaselineFile.UnshippedName, "") },
            AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nbuild_property.MessagingContractBaseline = true\n") },
        },
    }.RunAsync();
}
