using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An option has what it works on.</summary>
public class MSG409Tests
{
    [Fact]
    public Task Reports_a_refusal_without_a_limit() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d", {|MSG409:Discard = StreamDiscard.New|})]
        """);

    [Fact]
    public Task Accepts_a_refusal_at_a_limit() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxMessages = 10, Discard = StreamDiscard.New)]
        [assembly: Stream("CARTS", "carts.>", MaxBytes = 1000, Discard = StreamDiscard.New)]
        [assembly: Stream("JOBS", "jobs.>", Discard = StreamDiscard.Old)]
        """);

    [Fact]
    public Task Removes_the_option() => Verify.FixAsync<SetOptionFix>(
        """
        [assembly: Stream("ORDERS", "orders.>", {|MSG409:Discard = StreamDiscard.New|}, MaxAge = "7d")]
        [assembly: Stream("CARTS", "carts.>", {|MSG409:Discard = StreamDiscard.New|})]
        """,
        """
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]
        [assembly: Stream("CARTS", "carts.>")]
        """,
        iterations: 2);
}
