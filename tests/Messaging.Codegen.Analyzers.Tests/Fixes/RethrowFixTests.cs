using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class RethrowFixTests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Rethrows_at_the_end() => Verify.FixAsync<RethrowFix>(
        Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public void Handle(OrderPlaced order)
            {
                try
                {
                    Console.WriteLine();
                }
                {|MSG309:catch|} (Exception e)
                {
                    Console.WriteLine(e);
                }

                try
                {
                    Console.WriteLine();
                }
                {|MSG309:catch|}
                {
                }
            }
        }
        """,
        Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public void Handle(OrderPlaced order)
            {
                try
                {
                    Console.WriteLine();
                }
                catch (Exception e)
                {
                    Console.WriteLine(e);
                    throw;
                }

                try
                {
                    Console.WriteLine();
                }
                catch
                {
                    throw;
                }
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_behind_a_jump()
    {
        const string Source = Contract + """
            public sealed class BillingHandler
            {
                [Handler("billing")]
                public void Handle(OrderPlaced order)
                {
                    try
                    {
                        Console.WriteLine();
                    }
                    {|MSG309:catch|}
                    {
                        return;
                    }
                }
            }
            """;
        return Verify.FixAsync<RethrowFix>(Source, Source, iterations: 0);
    }
}
