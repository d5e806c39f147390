using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Tests.Caching;
using Messaging.Codegen.Generators.Tests.Handlers;

namespace Messaging.Codegen.Generators.Tests.Modules;

public sealed class ModuleTests
{
    private const string Contract = """
        using MessagePack;
        using Messaging.Codegen;
        [Message("a.b")] public sealed partial record Placed([property: Key(0)] int Number);
        """;

    [Theory]
    [InlineData("Shop.Orders", null, "Shop.Orders", "ShopOrdersModule")]
    [InlineData("Shop.Orders", "Acme", "Acme", "ShopOrdersModule")]
    [InlineData("Shop.Orders", "  ", "Shop.Orders", "ShopOrdersModule")]
    [InlineData("my-app", "my-app", "my_app", "MyAppModule")]
    [InlineData("my app 2", "my app", "my_app", "MyApp2Module")]
    [InlineData("7eleven.orders", "7eleven.orders", "_7eleven.orders", "_7elevenOrdersModule")]
    [InlineData("event", "event.class", "@event.@class", "EventModule")]
    [InlineData("Größe", "Größe", "Größe", "GrößeModule")]
    [InlineData("...", "...", "Application", "ApplicationModule")]
    public void Is_named_for_the_assembly(string assembly, string? rootNamespace, string space, string name)
    {
        var project = new TestProject { AssemblyName = assembly }.With("Contract.cs", Contract);
        var module = (rootNamespace is null ? project : project.WithProperty("RootNamespace", rootNamespace)).Run().File(".Module.g.cs");
        Assert.Contains($"namespace {space}\n", module, StringComparison.Ordinal);
        Assert.Contains($"public sealed class {name} : global::Messaging.Codegen.IMessagingModule", module, StringComparison.Ordinal);
        Assert.Contains($"[assembly: global::Messaging.Codegen.MessagingModule(typeof(global::{space}.{name}), 1)]", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_way_for_a_type_of_its_name()
    {
        var module = TestProject.Of(Contract + " namespace Shop { public static class ShopModule; }").Run().File(".Module.g.cs");
        Assert.Contains("class ShopMessagingModule : ", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_way_for_a_type_named_like_its_namespace()
    {
        var module = TestProject.Of(Contract + " public static class Shop;").Run().File(".Module.g.cs");
        Assert.Contains("namespace Messaging.Codegen.Emitted\n", module, StringComparison.Ordinal);
        var nested = (TestProject.Of(Contract + " namespace Acme { public static class Shop; }") with { AssemblyName = "Acme.Shop.Orders" }).Run().File(".Module.g.cs");
        Assert.Contains("namespace Messaging.Codegen.Emitted\n", nested, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_emitted_for_nothing() => Assert.Empty(TestProject.Of("namespace Shop; public static class Nothing;").Run().Files);

    [Fact]
    public void Is_not_emitted_without_the_library()
    {
        var run = GeneratorRun.Of(TestProject.Of("public static class Nothing;").WithProperty("MessagingComposition", "true"));
        var alone = run.Driver.RunGenerators(run.Input.WithReferences(Basic.Reference.Assemblies.Net100.References.All)).GetRunResult().Results.Single();
        Assert.Null(alone.Exception);
        Assert.DoesNotContain(alone.GeneratedSources, static source => source.HintName.EndsWith(".Composition.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Registers_contracts_requests_handlers_and_routes()
    {
        var module = ShopSource.With("""
            namespace Shop;
            public sealed class Billing { [Handler("billing", Filter = nameof(Is))] public void Handle(OrderPlaced order) { } internal static bool Is(OrderPlaced order) => true; }
            public static class Quotes { [Handler("quotes")] public static Quote Handle(GetQuote request) => new(); }
            """).Run().File(".Module.g.cs");
        Assert.Contains("module.AddContract<global::Shop.OrderPlaced, global::Shop.OrderPlacedPublisher>(static pipeline => new global::Shop.OrderPlacedPublisher(pipeline));", module, StringComparison.Ordinal);
        Assert.Contains("module.AddRequest<global::Shop.GetQuote, global::Shop.Quote>();", module, StringComparison.Ordinal);
        Assert.DoesNotContain("GetQuotePublisher", module, StringComparison.Ordinal);
        Assert.Contains("module.AddRoute<global::Shop.OrderPlaced>(\"orders.*.placed.v1\", global::Shop.BillingConsumers.HandleOptions, global::Shop.BillingConsumers.Handle, filter: global::Shop.Billing.Is);", module, StringComparison.Ordinal);
        Assert.DoesNotContain("TryAddScoped<global::Shop.Quotes>", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Carries_facts_that_are_sorted_and_readable()
    {
        var module = ShopSource.With("""
            [assembly: Stream("PAYMENTS", "payments.>", Retention = StreamRetention.WorkQueue, Storage = StreamStorage.Memory, Discard = StreamDiscard.New,
                MaxAge = "7d", DuplicateWindow = "5m", MaxMessages = 10, MaxBytes = 20, Replicas = 3)]
            [assembly: Stream("ORDERS", "orders.>")]
            namespace Shop;
            public sealed class Billing
            {
                [Handler("b", MaxDeliver = 3, Backoff = ["1s", "2m"], Concurrency = 4, Prefetch = 5, AckWait = "10s", Idempotency = Idempotency.Memory, DeliverFrom = DeliverFrom.New)]
                public (PaymentRequested, PaymentFailed?) Handle(OrderPlaced order) => default;
                [Handler("a")] public Quote Handle(GetQuote request) => new();
            }
            """).Run().File(".Module.g.cs");
        const string Clr = "    # CLR Shop.Billing.Handle(OrderPlaced)";
        string[] expected =
        [
            "consumer:a respond quotes.get.v1 quotes.get/v1    # CLR Shop.Billing.Handle(GetQuote)",
            "consumer:b ackWait 00:00:10" + Clr,
            "consumer:b backoff 00:00:01,00:02:00" + Clr,
            "consumer:b concurrency 4" + Clr,
            "consumer:b deliverFrom New" + Clr,
            "consumer:b idempotency Memory" + Clr,
            "consumer:b maxDeliver 3" + Clr,
            "consumer:b prefetch 5" + Clr,
            "consumer:b publishes payments.failed/v1" + Clr,
            "consumer:b publishes payments.requested/v1" + Clr,
            "consumer:b route orders.*.placed.v1 orders.placed/v1" + Clr,
            "stream:ORDERS subject orders.>",
            "stream:PAYMENTS discard New",
            "stream:PAYMENTS duplicateWindow 00:05:00",
            "stream:PAYMENTS maxAge 7.00:00:00",
            "stream:PAYMENTS maxBytes 20",
            "stream:PAYMENTS maxMessages 10",
            "stream:PAYMENTS replicas 3",
            "stream:PAYMENTS retention WorkQueue",
            "stream:PAYMENTS storage Memory",
            "stream:PAYMENTS subject payments.>",
        ];
        var facts = module.Split('\n')
            .Where(static line => line.StartsWith("[assembly: global::Messaging.Codegen.MessagingFact(\"", StringComparison.Ordinal))
            .Select(static line => line["[assembly: global::Messaging.Codegen.MessagingFact(\"".Length..^3]);
        Assert.Equal(expected, facts);
        Assert.All(expected, static line => Assert.Equal(line, FactLine.Parse(line)!.ToString()));
    }
}
