using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Nothing is published on a wildcard.</summary>
public class MSG202Tests
{
    [Fact]
    public Task Reports_a_star() => Verify.RunAsync("""
        [{|MSG202:Message("orders.placed", Subject = "orders.*.placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_a_tail() => Verify.RunAsync("""
        [{|MSG202:Message("orders.placed", Subject = "orders.>")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Accepts_a_placeholder() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);
}
