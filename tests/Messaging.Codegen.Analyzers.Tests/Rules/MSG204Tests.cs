using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A placeholder is filled from a keyed scalar member.</summary>
public class MSG204Tests
{
    [Fact]
    public Task Reports_a_misspelled_member() => Verify.RunAsync("""
        [{|MSG204:Message("orders.placed", Subject = "orders.{Regoin}")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_a_collection() => Verify.RunAsync("""
        [{|MSG204:Message("orders.placed", Subject = "orders.{Tags}")|}]
        public sealed partial record OrderPlaced([property: Key(0)] List<string> Tags);
        """);

    [Fact]
    public Task Reports_a_member_that_may_be_null() => Verify.RunAsync("""
        [{|MSG204:Message("orders.placed", Subject = "orders.{Region}")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string? Region);
        """);

    [Fact]
    public Task Reports_a_member_that_does_not_travel() => Verify.RunAsync("""
        [{|MSG204:Message("orders.placed", Subject = "orders.{Region}")|}]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public int Number { get; init; }
            [IgnoreMember] public string Region { get; init; } = "";
        }
        """);

    [Fact]
    public Task Accepts_scalars() => Verify.RunAsync("""
        public enum Kind { Unknown, Web }

        [Message("orders.placed", Subject = "orders.{Region}.{Id}.{Number}.{Kind}")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required string Region { get; init; }
            [Key(1)] public required Guid Id { get; init; }
            [Key(2)] public int Number { get; init; }
            [Key(3)] public Kind Kind { get; init; }
        }
        """);
}
