using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Handlers;

/// <summary>How handler classes may look, and how they are constructed.</summary>
public sealed class HandlerClassTests
{
    private const string Required = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService";
    private const string Handle = "[Handler(\"billing\")] public void Handle(OrderPlaced order) { }";

    [Theory]
    [InlineData("public sealed class Billing { " + Handle + " }", "new();")]
    [InlineData("public sealed class Billing(IComparable a) { public IComparable A => a; " + Handle + " }", Required + "<global::System.IComparable>(services)")]
    [InlineData("public sealed class Billing { internal Billing(IComparable a) { } " + Handle + " }", Required + "<global::System.IComparable>(services)")]
    [InlineData("public sealed class Billing { public Billing(IComparable a) { } internal Billing() { } " + Handle + " }", Required + "<global::System.IComparable>(services)")]
    [InlineData("public sealed class Billing { public Billing() { } [ActivatorUtilitiesConstructor] public Billing(IComparable a) { } " + Handle + " }", Required + "<global::System.IComparable>(services)")]
    [InlineData("public sealed class Billing { public Billing(IServiceProvider services) { } " + Handle + " }", "new(services);")]
    [InlineData("public sealed class Billing { public Billing(IEnumerable<IComparable> all, Func<string?> make) { } " + Handle + " }", Required + "<global::System.Func<string?>>(services)")]
    [InlineData("public sealed record Billing(IComparable A) { " + Handle + " }", Required + "<global::System.IComparable>(services)")]
    [InlineData("public sealed record Billing { " + Handle + " }", "new();")]
    [InlineData("public sealed class Billing { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Billing() => A = 1; public required int A { get; init; } " + Handle + " }", "new();")]
    public void The_constructor_is_called_with_services(string source, string code)
    {
        var run = ShopSource.With("namespace Shop;\n" + source).Run();
        Assert.Contains(code, run.File("Shop.Billing.Handler.g.cs"), StringComparison.Ordinal);
        Assert.Contains(
            "TryAddScoped<global::Shop.Billing>(module.Services, static services => global::Shop.BillingConsumers.Create(services));",
            run.File("Module.g.cs"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static class Billing { [Handler(\"billing\")] public static void Handle(OrderPlaced order) { } }")]
    [InlineData("public abstract class Billing { [Handler(\"billing\")] public static void Handle(OrderPlaced order) { } }")]
    [InlineData("public struct Billing { [Handler(\"billing\")] public static void Handle(OrderPlaced order) { } }")]
    [InlineData("public class Billing { private Billing() { } [Handler(\"billing\")] public static void Handle(OrderPlaced order) { } }")]
    public void Static_handlers_need_no_instance(string source)
    {
        var run = ShopSource.With("namespace Shop;\n" + source).Run();
        Assert.DoesNotContain("Create", run.File("Shop.Billing.Handler.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("TryAddScoped", run.File("Module.g.cs"), StringComparison.Ordinal);
        Assert.Contains("AddRoute<global::Shop.OrderPlaced>", run.File("Module.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_handlers_of_a_class_share_one_file_and_overloads_get_names()
    {
        var run = ShopSource.With("""
            namespace Shop;
            public sealed class Billing
            {
                [Handler("a")] public void Handle(PaymentFailed failed) { }
                [Handler("b")] public void Handle(OrderPlaced order) { }
                [Handler("c")] public void Handle(OrderPlaced order, MessageContext context) { }
                [Handler("d")] public void Other(OrderPlaced order) { }
                [Handler("e")] public void Create(OrderPlaced order) { }
                [Handler("f")] public void OtherOptions(OrderPlaced order) { }
                [Handler("g")] public void BillingConsumers(OrderPlaced order) { }
                public void Handle(Quote notAHandler) { }
            }
            """).Run();
        var module = run.File("Module.g.cs");
        foreach (var stub in new[]
        {
            "Handle_PaymentFailed", "Handle_OrderPlaced", "Handle_OrderPlaced_2", "Other", "Create_2", "OtherOptions_2", "BillingConsumers_2",
        })
        {
            Assert.Contains($"global::Shop.BillingConsumers.{stub}Options, global::Shop.BillingConsumers.{stub});", module, StringComparison.Ordinal);
        }

        Assert.Single(run.Files, static file => file.Key.EndsWith(".Handler.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Nested_handlers_are_reached()
    {
        var run = ShopSource.With("""
            namespace Shop
            {
                public static class Outer
                {
                    public sealed class Billing { [Handler("a")] public void Handle(OrderPlaced order) { } }
                    internal sealed class Inner { internal sealed class Deep { [Handler("b")] public void Handle(OrderPlaced order) { } } }
                }

                public sealed class Outer__Billing { [Handler("c")] public void Handle(OrderPlaced order) { } }
                public sealed class Outer_Billing { [Handler("d")] public void Handle(OrderPlaced order) { } }
            }
            """).Run();
        Assert.Equal(4, run.Files.Count(static file => file.Key.EndsWith(".Handler.g.cs", StringComparison.Ordinal)));
        Assert.Contains("TryAddScoped<global::Shop.Outer.Inner.Deep>", run.File("Module.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_emitted_class_makes_way_for_one_of_the_same_name()
    {
        var run = ShopSource.With("""
            namespace Shop;
            public sealed class Billing { [Handler("a")] public void Handle(OrderPlaced order) { } }
            public static class BillingConsumers;
            """).Run();
        Assert.Matches("static class BillingConsumers_[0-9a-f]{8}\n", run.File("Shop.Billing.Handler.g.cs"));
    }

    [Fact]
    public void A_partial_class_is_emitted_once()
    {
        const string First = "public sealed partial class Billing { [Handler(\"a\")] public void Handle(OrderPlaced order) { } }";
        const string Second = "public sealed partial class Billing { [Handler(\"b\")] public void Handle(PaymentFailed failed) { } }";
        var run = ShopSource.With("namespace Shop;\n" + First)
            .With("Second.cs", ShopSource.Usings + "namespace Shop;\n" + Second)
            .With("Third.cs", "namespace Shop { partial class Billing { public void Unrelated() { } } }")
            .Run();
        var swapped = ShopSource.With("namespace Shop;\n" + Second)
            .With("Second.cs", ShopSource.Usings + "namespace Shop;\n" + First)
            .With("Third.cs", "namespace Shop { partial class Billing { public void Unrelated() { } } }")
            .Run();
        Assert.Equal(run.Files, swapped.Files);
        Assert.Contains("Handle_PaymentFailed", run.File("Shop.Billing.Handler.g.cs"), StringComparison.Ordinal);
        Assert.Contains("Handle_OrderPlaced", run.File("Shop.Billing.Handler.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_method_is_handled_once() => ShopSource.With("""
        namespace Shop;
        public sealed partial class Billing { [Handler("a")] public partial Task Handle(OrderPlaced order); }
        public sealed partial class Billing { public partial Task Handle(OrderPlaced order) => Task.CompletedTask; }
        """).Run();

    [Theory]
    [InlineData("namespace Acme.System { public sealed class Billing { [Handler(\"a\")] public Task Handle(Shop.OrderPlaced order) => Task.CompletedTask; } }")]
    [InlineData("namespace Shop.Messaging.Codegen { public sealed class Billing { [Handler(\"a\")] public void Handle(OrderPlaced order) { } } }")]
    [InlineData("namespace Shop.Microsoft { public sealed class Billing { [Handler(\"a\")] public void Handle(OrderPlaced order, IComparable service) { } } }")]
    [InlineData("namespace @namespace.@class { public sealed class @event { [Handler(\"a\")] public void @void(Shop.OrderPlaced order) { } } }")]
    [InlineData("public sealed class InNoNamespace { [Handler(\"a\")] public void Handle(Shop.OrderPlaced order) { } }")]
    [InlineData("namespace Shop { public sealed class Shop { [Handler(\"a\")] public void Handle(OrderPlaced order) { } } }")]
    [InlineData("namespace Shop { public sealed class Größe { [Handler(\"a\")] public void Behandle(OrderPlaced order) { } } }")]
    public void Names_that_mean_something_else(string source) => ShopSource.With(source).Run();

    [Fact]
    public void Obsolete_handlers_do_not_break_the_build() => (ShopSource.With("""
        namespace Shop;
        [Obsolete("use another")]
        public sealed class Billing
        {
            [Handler("a"), Obsolete] public void Handle(OrderPlaced order, IOld old) { }
        }
        [Obsolete] public interface IOld;
        """) with { Tolerated = ["CS0612"] }).Run();

    [Fact]
    public void Handlers_of_one_name_in_different_cases_and_places_have_files_of_their_own()
    {
        var run = ShopSource.With("""
            namespace Shop
            {
                public sealed class Billing { [Handler("a")] public void Handle(OrderPlaced order) { } }
                public sealed class BILLING { [Handler("b")] public void Handle(OrderPlaced order) { } }
                public static class Nested { public sealed class Billing { [Handler("c")] public void Handle(OrderPlaced order) { } } }
                public sealed class Nested_Billing { [Handler("d")] public void Handle(OrderPlaced order) { } }
            }
            namespace Shop.Nested_ { public sealed class Billing { [Handler("e")] public void Handle(OrderPlaced order) { } } }
            """).Run();
        Assert.Equal(5, run.Files.Keys.Where(static file => file.EndsWith(".Handler.g.cs", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase).Count);
    }

    [Fact]
    public void A_contract_of_another_assembly_is_handled_like_an_own_one()
    {
        var contracts = new TestProject { AssemblyName = "Shop.Contracts" }.With("Contracts.cs", ShopSource.Contracts).Run();
        var handlers = new TestProject { AssemblyName = "Shop.Payments" }.Referencing(contracts).With("Handlers.cs", ShopSource.Usings + """
            namespace Shop;
            public sealed class Billing
            {
                [Handler("a"), Where("Region", "eu")] public PaymentRequested? Handle(OrderPlaced order) => null;
                [Handler("b")] public Quote Handle(GetQuote request) => new();
            }
            """).Run();
        var module = handlers.File("Module.g.cs");
        Assert.Contains("AddRoute<global::Shop.OrderPlaced>(\"orders.eu.placed.v1\", ", module, StringComparison.Ordinal);
        Assert.Contains("AddResponder<global::Shop.GetQuote, global::Shop.Quote>(\"quotes.get.v1\", ", module, StringComparison.Ordinal);
        Assert.DoesNotContain("AddContract", module, StringComparison.Ordinal);
    }
}
