using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Replicas are worth what they cost.</summary>
public class MSG411Tests
{
    [Fact]
    public Task Reports_an_even_number() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", {|MSG411:Replicas = 2|})]
        [assembly: Stream("CARTS", "carts.>", {|MSG411:Replicas = 4|})]
        """);

    [Fact]
    public Task Accepts_an_odd_number() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", Replicas = 3)]
        [assembly: Stream("CARTS", "carts.>", Replicas = 5)]
        [assembly: Stream("JOBS", "jobs.>", Replicas = 1)]
        """);

    [Fact]
    public Task Takes_one_more() => Verify.FixAsync<SetOptionFix>(
        """
        [assembly: Stream("ORDERS", "orders.>", {|MSG411:Replicas = 2|})]
        [assembly: Stream("CARTS", "carts.>", {|MSG411:Replicas = 4|})]
        """,
        """
        [assembly: Stream("ORDERS", "orders.>", Replicas = 3)]
        [assembly: Stream("CARTS", "carts.>", Replicas = 5)]
        """,
        iterations: 2);
}
