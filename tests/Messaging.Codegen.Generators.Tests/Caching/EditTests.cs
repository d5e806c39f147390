using System.Collections.Immutable;
using Messaging.Codegen.Generators.Tests.Handlers;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>What an edit emits anew: exactly the files that depend on it.</summary>
public sealed class EditTests
{
    private const string Contract = "Shop.OrderPlaced.Contract.g.cs";
    private const string Handler = "Shop.Billing.Handler.g.cs";
    private const string Module = "Shop.ShopModule.Module.g.cs";

    private const string OrderPlaced = """
        using MessagePack;
        using Messaging.Codegen;
        namespace Shop;
        [Message("orders.placed")]
        public sealed partial class OrderPlaced : OrderBase
        {
            [Key(0)] public int Number { get; set; }
        }
        """;

    private const string Base = """
        using MessagePack;
        namespace Shop;
        public abstract class OrderBase
        {
            [Key(1)] public int Version { get; set; }
        }
        """;

    private const string Other = """
        using MessagePack;
        using Messaging.Codegen;
        [assembly: Stream("ORDERS", "orders.>")]
        namespace Shop;
        [Message("orders.cancelled")]
        public sealed partial record OrderCancelled([property: Key(0)] int Number);
        """;

    private const string Billing = """
        using System.Threading.Tasks;
        using Messaging.Codegen;
        namespace Shop;
        public sealed class Billing
        {
            [Handler("billing", MaxDeliver = 5)]
            public Task Handle(OrderPlaced order) => Task.CompletedTask;
        }
        """;

    private static readonly TestProject Project = new TestProject()
        .With("OrderPlaced.cs", OrderPlaced)
        .With("Base.cs", Base)
        .With("Other.cs", Other)
        .With("Billing.cs", Billing)
        .With("Refunds.cs", Billing.Replace("class Billing", "class Refunds", StringComparison.Ordinal).Replace("\"billing\"", "\"refunds\"", StringComparison.Ordinal));

    private static readonly Lazy<GeneratorRun> Before = new(Project.Run);

    [Fact]
    public void A_new_member_changes_the_contract_only() =>
        AssertChanged("OrderPlaced.cs", "{ get; set; }", "{ get; set; } [Key(2)] public string? Note { get; set; }", Contract);

    [Fact]
    public void A_renamed_member_changes_the_contract_only() => AssertChanged("OrderPlaced.cs", "Number", "Id", Contract);

    [Fact]
    public void A_base_class_in_another_file_changes_the_contract_only() =>
        AssertChanged("Base.cs", "int Version", "long Version", Contract);

    [Fact]
    public void A_new_subject_changes_the_contract_and_the_module() =>
        AssertChanged("OrderPlaced.cs", "(\"orders.placed\")", "(\"orders.placed\", Subject = \"orders.new\")", Contract, Module);

    [Fact]
    public void A_new_version_changes_the_contract_and_the_module() =>
        AssertChanged("OrderPlaced.cs", "(\"orders.placed\")", "(\"orders.placed\", Version = 2)", Contract, Module);

    [Fact]
    public void The_body_of_a_handler_changes_nothing() => AssertChanged("Billing.cs", "Task.CompletedTask", "Task.Delay(1)");

    [Fact]
    public void The_name_of_a_parameter_changes_nothing() => AssertChanged("Billing.cs", "OrderPlaced order", "OrderPlaced message");

    [Fact]
    public void An_option_of_a_handler_changes_its_file_and_the_module() => AssertChanged("Billing.cs", "MaxDeliver = 5", "MaxDeliver = 6", Handler, Module);

    [Fact]
    public void A_service_of_a_handler_changes_its_file_only() =>
        AssertChanged("Billing.cs", "OrderPlaced order", "OrderPlaced order, System.IComparable service", Handler);

    [Fact]
    public void A_primary_constructor_changes_the_handlers_file_only() =>
        AssertChanged("Billing.cs", "class Billing\n{", "class Billing(System.IServiceProvider services)\n{ public System.IServiceProvider Services => services;", Handler);

    [Fact]
    public void A_stream_changes_the_module_only() => AssertChanged("Other.cs", "\"orders.>\"", "\"orders.*\"", Module);

    [Fact]
    public void A_removed_contract_takes_its_file_along()
    {
        var after = Before.Value.Edit(Project.With("Other.cs", "namespace Shop; [System.Obsolete] internal static class Nothing;"));
        Assert.Equal(["Shop.OrderCancelled.Contract.g.cs", Module], Changed(Before.Value, after));
        Assert.Equal(1, TrackedSteps.Printed(after));
    }

    [Fact]
    public void A_removed_file_takes_what_it_declared_along()
    {
        // Roslyn runs the steps of some other files anew when one goes, or loses its last attribute; their text stays.
        var after = Before.Value.Edit(Project.Without("Other.cs"));
        Assert.Equal(["Shop.OrderCancelled.Contract.g.cs", Module], Changed(Before.Value, after));
    }

    [Fact]
    public void The_last_thing_takes_the_module_along()
    {
        var after = Before.Value.Edit(Project with { Sources = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("Base.cs", Base) });
        Assert.Empty(after.Files);
    }

    [Fact]
    public void A_new_contract_adds_its_file_and_changes_the_module()
    {
        var after = Before.Value.Edit(Project.With("New.cs", OrderPlaced
            .Replace("OrderPlaced", "OrderReturned", StringComparison.Ordinal)
            .Replace("orders.placed", "orders.returned", StringComparison.Ordinal)));
        Assert.Equal(["Shop.OrderReturned.Contract.g.cs", Module], Changed(Before.Value, after));
        Assert.Equal(2, TrackedSteps.Printed(after));
    }

    [Fact]
    public void The_root_namespace_moves_the_module_only()
    {
        var after = Before.Value.Edit(Project.WithProperty("RootNamespace", "Acme"));
        Assert.Equal(["Acme.ShopModule.Module.g.cs", Module], Changed(Before.Value, after));
        Assert.Equal(1, TrackedSteps.Printed(after));
    }

    [Fact]
    public void Making_a_composition_adds_its_file_only()
    {
        var after = Before.Value.Edit(Project.WithProperty("MessagingComposition", "true"));
        Assert.Equal(["Messaging.Codegen.ShopMessaging.Composition.g.cs"], Changed(Before.Value, after).Except([Module]));
        Assert.Equal(Before.Value.Files[Module], after.Files[Module]);
    }

    [Fact]
    public void A_property_that_nobody_reads_changes_nothing()
    {
        var after = Before.Value.Edit(Project.WithProperty("Company", "Acme"));
        Assert.Empty(TrackedSteps.Changed(after));
    }

    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        var after = Before.Value.Reorder();
        Assert.Equal(Before.Value.Files, after.Files);
        var collected = new[] { Steps.Routes, Steps.SortedStreams, Steps.Module };
        Assert.DoesNotContain(TrackedSteps.Changed(after), change => collected.Any(step => change.StartsWith(step + ":", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_broken_edit_and_its_repair_change_nothing_else()
    {
        var broken = Before.Value.Edit(Project.With("Billing.cs", Billing.Replace("OrderPlaced order", "OrderPla order", StringComparison.Ordinal)));
        Assert.Equal([Handler, Module], Changed(Before.Value, broken));
        var repaired = broken.Edit(Project);
        Assert.Equal(Before.Value.Files, repaired.Files);
    }

    /// <summary>Replaces text in one file, and asserts which emitted files were printed anew or taken away.</summary>
    private static GeneratorRun AssertChanged(string file, string text, string replacement, params string[] expected)
    {
        Assert.Contains(text, Project.Sources[file], StringComparison.Ordinal);
        var after = Before.Value.Edit(Project.With(file, Project.Sources[file].Replace(text, replacement, StringComparison.Ordinal)));
        Assert.Null(after.Result.Exception);
        Assert.Empty(Changed(Before.Value, after).Except(expected));
        Assert.Equal(expected.Length, TrackedSteps.Printed(after));
        Invariants.Prove(GeneratorRun.Of(after.Project));
        return after;
    }

    private static IReadOnlyList<string> Changed(GeneratorRun before, GeneratorRun after) =>
    [
        .. before.Files.Keys.Union(after.Files.Keys)
            .Where(file => before.Files.GetValueOrDefault(file) != after.Files.GetValueOrDefault(file))
            .Order(StringComparer.Ordinal),
    ];
}
