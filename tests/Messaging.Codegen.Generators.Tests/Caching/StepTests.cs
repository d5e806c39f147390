using Messaging.Codegen.Generators.Tests.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>The harness itself: it sees every step, and it can fail.</summary>
public sealed class StepTests
{
    private static readonly TestProject Everything = ShopSource.With("""
        [assembly: Stream("ORDERS", "orders.>")]
        namespace Shop;
        public sealed class Billing { [Handler("billing")] public PaymentRequested? Handle(OrderPlaced order) => null; }
        [Message("orders.placed", Version = 2)] public sealed partial record OrderPlacedV2([property: Key(0)] Guid OrderId)
        {
            [Upcast] public static OrderPlacedV2 From(OrderPlaced old) => new(old.OrderId);
        }
        [Message("broken")] public sealed partial class Broken { public int WithoutKey { get; set; } }
        """).WithProperty("MessagingComposition", "true");

    [Fact]
    public void Every_declared_step_is_tracked()
    {
        var run = Everything.Run();

        // What cannot be compiled has tests of its own, LostContractTests.
        Assert.Equal([Steps.LostContracts], TrackedSteps.All.Except(run.Result.TrackedSteps.Keys));
    }

    [Fact]
    public void Every_output_hangs_on_a_declared_step()
    {
        var outputs = Everything.Run().Result.TrackedOutputSteps.SelectMany(static output => output.Value).ToList();
        var tracked = TrackedSteps.Of(Everything.Run()).Select(static step => step.Step.Name).ToHashSet();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, step => Assert.Contains(step.Inputs, input => tracked.Contains(input.Source.Name)));
    }

    [Fact]
    public void What_belongs_to_a_compilation_is_found_wherever_it_hides()
    {
        var compilation = CSharpCompilation.Create("A", [CSharpSyntaxTree.ParseText("class C;")]);
        object[] foreign =
        [
            compilation,
            compilation.GetTypeByMetadataName("C")!,
            compilation.SyntaxTrees[0],
            compilation.SyntaxTrees[0].GetRoot(),
            compilation.GetTypeByMetadataName("C")!.Locations[0],
            compilation.GetSemanticModel(compilation.SyntaxTrees[0]),
            compilation.GetTypeByMetadataName("C")!.DeclaringSyntaxReferences[0],
        ];
        Assert.All(foreign, static item =>
        {
            Assert.NotNull(ModelGraph.FindForeign(item));
            Assert.NotNull(ModelGraph.FindForeign(new Holder(1, ["a", new Holder(2, [item])])));
            Assert.NotNull(ModelGraph.FindForeign(new Dictionary<string, object> { ["key"] = item }));
        });
        Assert.Null(ModelGraph.FindForeign(new Holder(1, ["a", 2.5, OutputKind.ConsoleApplication, null])));
    }

    [Fact]
    public void An_edit_that_matters_is_not_cached()
    {
        var run = Everything.Run();
        var after = run.Edit(Everything.With("Handlers.cs", Everything.Sources["Handlers.cs"].Replace("\"billing\"", "\"other\"", StringComparison.Ordinal)));
        Assert.Contains(TrackedSteps.Changed(after), static change => change.StartsWith(Steps.Handlers + ": Modified", StringComparison.Ordinal));
        Assert.Contains(TrackedSteps.Changed(after), static change => change.StartsWith("Output ", StringComparison.Ordinal));
    }

    private sealed record Holder(int Number, object?[] Items);
}
