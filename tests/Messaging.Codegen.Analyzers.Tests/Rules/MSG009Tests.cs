using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract of another assembly has brought its serializer along.</summary>
public class MSG009Tests
{
    private const string Contract = Verify.Usings + """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """;

    [Fact]
    public Task Reports_a_contract_that_was_built_without_the_generator() =>
        RunAsync(SourceCompilation.BuildWithoutGenerator("Shop.Contracts", Contract), "{|MSG009:order|}");

    [Fact]
    public Task Accepts_a_contract_that_was_built_with_it() => RunAsync(SourceCompilation.Build("Shop.Contracts", Contract), "order");

    private static Task RunAsync(MetadataReference contracts, string parameter) => new ComponentTest
    {
        TestState =
        {
            Sources =
            {
                Verify.Usings + $$"""
                public sealed class BillingHandler
                {
                    [Handler("billing")]
                    public Task HandleAsync(OrderPlaced {{parameter}}) => Task.CompletedTask;
                }
                """,
            },
            AdditionalReferences = { contracts },
        },
    }.RunAsync();
}
