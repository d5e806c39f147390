using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class AddModulesFixTests
{
    private const string Begin = """
        using Microsoft.Extensions.DependencyInjection;

        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]


        """;

    private const string End = """


        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);
        """;

    [Fact]
    public Task Adds_all_modules() => Verify.FixApplicationAsync<AddModulesFix>(
        Begin + """
        new ServiceCollection().{|MSG605:AddMessaging|}(m => m.UseInMemory());
        new ServiceCollection().{|MSG605:AddMessaging|}((messaging) =>
        {
            messaging.UseInMemory();
        });
        """ + End,
        Begin + """
        new ServiceCollection().AddMessaging(m => m.UseInMemory().AddApplicationModules());
        new ServiceCollection().AddMessaging((messaging) =>
        {
            messaging.UseInMemory();
            messaging.AddApplicationModules();
        });
        """ + End,
        iterations: 2);
}
