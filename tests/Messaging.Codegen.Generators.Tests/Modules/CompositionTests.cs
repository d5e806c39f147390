using Messaging.Codegen.Generators.Tests.Caching;
using Messaging.Codegen.Generators.Tests.Handlers;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Tests.Modules;

/// <summary>An application of several assemblies.</summary>
public sealed class CompositionTests
{
    private const string Main = "public static class Program { public static void Main() { } }\n";

    private static readonly Lazy<GeneratorRun> Contracts = new(() =>
        new TestProject { AssemblyName = "Shop.Contracts" }
            .With("Contracts.cs", ShopSource.Contracts)
            .With("Streams.cs", "using Messaging.Codegen;\n[assembly: Stream(\"ORDERS\", \"orders.>\")]\n[assembly: Stream(\"PAYMENTS\", \"payments.>\")]")
            .Run());

    private static readonly Lazy<GeneratorRun> Billing = new(() =>
        new TestProject { AssemblyName = "Shop.Billing.Handlers" }
            .Referencing(Contracts.Value)
            .With("Billing.cs", ShopSource.Usings + """
                namespace Shop.Payments;
                internal sealed class Billing
                {
                    [Handler("billing")] public PaymentRequested Handle(OrderPlaced order) => new() { OrderId = order.OrderId };
                    [Handler("quotes")] public static Quote Handle(GetQuote request) => new() { Price = request.Quantity * 2.5m };
                }
                """)
            .Run());

    [Theory]
    [InlineData(OutputKind.ConsoleApplication, null, true)]
    [InlineData(OutputKind.WindowsApplication, null, true)]
    [InlineData(OutputKind.DynamicallyLinkedLibrary, null, false)]
    [InlineData(OutputKind.DynamicallyLinkedLibrary, "true", true)]
    [InlineData(OutputKind.DynamicallyLinkedLibrary, "nonsense", false)]
    [InlineData(OutputKind.ConsoleApplication, "False", false)]
    public void Applications_compose_and_libraries_do_not(OutputKind kind, string? property, bool isComposed)
    {
        var project = new TestProject { Kind = kind }.With("Program.cs", Main);
        var run = (property is null ? project : project.WithProperty("MessagingComposition", property)).Run();
        Assert.Equal(isComposed ? ["Messaging.Codegen.ShopMessaging.Composition.g.cs"] : [], run.Files.Keys);
    }

    [Fact]
    public void All_modules_are_added_by_assembly_and_the_own_one_last()
    {
        var other = new TestProject { AssemblyName = "Other" }.With("Other.cs", "public static class Other;").Run();
        var run = new TestProject { AssemblyName = "App", Kind = OutputKind.ConsoleApplication }
            .Referencing(other, Billing.Value, Contracts.Value)
            .With("Program.cs", Main)
            .With("Own.cs", "using MessagePack;\nusing Messaging.Codegen;\n[Message(\"own\")] public sealed partial record Own([property: Key(0)] int Number);")
            .Run();
        Assert.Contains(
            """
                        builder
                            .AddModule<global::Shop.Billing.Handlers.ShopBillingHandlersModule>()
                            .AddModule<global::Shop.Contracts.ShopContractsModule>()
                            .AddModule<global::App.AppModule>();
            """,
            run.File(".Composition.g.cs"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_reference_is_seen_and_an_equal_one_is_not()
    {
        var app = new TestProject { AssemblyName = "App", Kind = OutputKind.ConsoleApplication }.With("Program.cs", Main).Referencing(Contracts.Value);
        var before = app.Run();
        var rebuilt = before.Edit(app with { References = [Contracts.Value.ToReference()] });
        Assert.Empty(TrackedSteps.Changed(rebuilt));
        var grown = before.Edit(app.Referencing(Billing.Value));
        Assert.Contains("ShopBillingHandlersModule", grown.File(".Composition.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_sees_internals_of_another_has_its_own_composition()
    {
        var app = new TestProject { AssemblyName = "App", Kind = OutputKind.ConsoleApplication }
            .Referencing(Contracts.Value)
            .With("Program.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App.Tests\")]\n" + Main)
            .With("Own.cs", ShopSource.Usings + """
                namespace Shop;
                [Message("own")] internal sealed partial record Own([property: Key(0)] int Number);
                internal sealed class Handler { [Handler("own")] public void Handle(Own own) { } }
                """)
            .Run();
        var tests = new TestProject { AssemblyName = "App.Tests", Kind = OutputKind.ConsoleApplication }
            .Referencing(Contracts.Value, app)
            .With("Program.cs", ShopSource.Usings + """
                namespace Shop;
                internal static class TestProgram
                {
                    public static void Main() => new ServiceCollection().AddMessaging(static m => m.UseInMemory().AddApplicationModules());
                }
                internal sealed class TestHandler { [Handler("test")] public Task Handle(Own own) => Task.CompletedTask; }
                """)
            .Run();
        Assert.Contains(".AddModule<global::App.AppModule>()", tests.File(".Composition.g.cs"), StringComparison.Ordinal);
        Assert.Contains("AddRoute<global::Shop.Own>(\"own.v1\"", tests.File(".Module.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_goes_from_assembly_to_assembly()
    {
        var app = new TestProject { AssemblyName = "App", Kind = OutputKind.ConsoleApplication }
            .Referencing(Contracts.Value, Billing.Value)
            .With("Program.cs", ShopSource.Usings + """
                using Microsoft.Extensions.Hosting;
                namespace Shop;
                public static class Program
                {
                    private static readonly TaskCompletionSource<Guid> Requested = new(TaskCreationOptions.RunContinuationsAsynchronously);

                    public static void Main() { }

                    [Handler("app")]
                    internal static void Handle(PaymentRequested payment) => Requested.TrySetResult(payment.OrderId);

                    public static async Task<string> RunAsync(Guid order)
                    {
                        await using var services = new ServiceCollection().AddMessaging(static m => m.UseInMemory().AddApplicationModules()).BuildServiceProvider();
                        foreach (var service in services.GetServices<IHostedService>())
                        {
                            await service.StartAsync(default);
                        }

                        try
                        {
                            await services.GetRequiredService<IPublisher<OrderPlaced>>().PublishAsync(new OrderPlaced { OrderId = order, Region = "eu" });
                            var quote = await services.GetRequiredService<IRequestClient<GetQuote, Quote>>().RequestAsync(new GetQuote { Quantity = 4 });
                            var paid = await Requested.Task.WaitAsync(TimeSpan.FromSeconds(30));
                            return FormattableString.Invariant($"{paid} {quote.Price}");
                        }
                        finally
                        {
                            foreach (var service in services.GetServices<IHostedService>())
                            {
                                await service.StopAsync(default);
                            }
                        }
                    }
                }
                """)
            .Run();
        using var loaded = new LoadedAssemblies(Contracts.Value, Billing.Value, app);
        var order = Guid.NewGuid();
        var run = loaded.Get("App").GetType("Shop.Program")!.GetMethod("RunAsync")!.CreateDelegate<Func<Guid, Task<string>>>();
        Assert.Equal($"{order} 10.0", await run(order));
    }
}
