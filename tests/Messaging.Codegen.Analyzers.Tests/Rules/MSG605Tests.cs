using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An application adds the modules that it consists of.</summary>
public class MSG605Tests
{
    private const string Contract = """

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);
        """;

    private const string Stream = """
        using Microsoft.Extensions.DependencyInjection;

        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]


        """;

    [Fact]
    public Task Reports_an_application_without_its_modules() => Verify.ApplicationAsync(Stream + """
        new ServiceCollection().{|MSG605:AddMessaging|}(m => m.UseInMemory());
        new ServiceCollection().{|MSG605:AddMessaging|}(m =>
        {
            m.Options.RunHandlers = false;
            m.UseInMemory();
        });
        """ + Contract);

    [Fact]
    public async Task Reports_a_handler_assembly_that_is_left_out()
    {
        var handlers = SourceCompilation.Build("Shop.Billing", Verify.Usings + """
            [Message("orders.billed")]
            public sealed partial record OrderBilled([property: Key(0), IdempotencyKey] Guid OrderId);

            public static class BillingHandler
            {
                [Handler("billing")]
                public static void Handle(OrderBilled billed)
                {
                }
            }
            """);
        var source = SourceCompilation.Parse(Verify.Usings + Stream + "new ServiceCollection().AddMessaging(m => m.UseInMemory().AddModule<Shop.ShopModule>());" + Contract);
        var compilation = SourceCompilation.RunGenerator(SourceCompilation.Create([source], "Shop", OutputKind.ConsoleApplication, handlers));

        var diagnostic = Assert.Single(await SourceCompilation.AnalyzeAsync(compilation));

        Assert.Equal("MSG605", diagnostic.Id);
        Assert.Contains("'Shop.Billing'", diagnostic.GetMessage());
    }

    [Fact]
    public Task Accepts_all_modules_and_what_nobody_can_see() => Verify.ApplicationAsync(Stream + """
        new ServiceCollection().AddMessaging(m => m.UseInMemory().AddApplicationModules());
        new ServiceCollection().AddMessaging(m => Shop.AddAll(m.UseInMemory()));
        new ServiceCollection().AddMessaging(Shop.Configure);

        public static class Shop
        {
            public static void AddAll(MessagingBuilder builder) => builder.AddApplicationModules();

            public static void Configure(MessagingBuilder builder) => AddAll(builder.UseInMemory());
        }
        """ + Contract);

    [Fact]
    public Task Accepts_an_application_without_modules() => Verify.ApplicationAsync("""
        using Microsoft.Extensions.DependencyInjection;

        new ServiceCollection().AddMessaging(m => m.UseInMemory());
        """);

    [Fact]
    public Task Accepts_a_library() => Verify.RunAsync("""
        using Microsoft.Extensions.DependencyInjection;

        public static class Shop
        {
            public static void Add(IServiceCollection services) => services.AddMessaging(m => m.UseInMemory());
        }
        """ + Contract);
}
