using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract's identity is made of plain tokens and a version.</summary>
public class MSG011Tests
{
    [Fact]
    public Task Reports_white_space_in_the_name() => Verify.RunAsync("""
        [{|MSG011:Message("orders placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_an_empty_name() => Verify.RunAsync("""
        [{|MSG011:Message("")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_name_that_ends_with_a_dot() => Verify.RunAsync("""
        [{|MSG011:Message("orders.")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_version_below_1() => Verify.RunAsync("""
        [{|MSG011:Message("orders.placed", Version = 0)|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Accepts_tokens_and_versions() => Verify.RunAsync("""
        [Message("shop_2.Orders.placed-again", Version = 12)]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);
}
