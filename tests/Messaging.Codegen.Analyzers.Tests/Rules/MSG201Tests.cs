using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A subject consists of tokens and single dots.</summary>
public class MSG201Tests
{
    [Fact]
    public Task Reports_an_empty_token() => Verify.RunAsync("""
        [{|MSG201:Message("orders.placed", Subject = "orders..placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_a_dot_at_the_end() => Verify.RunAsync("""
        [{|MSG201:Message("orders.placed", Subject = "orders.")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_white_space() => Verify.RunAsync("""
        [{|MSG201:Message("orders.placed", Subject = "orders placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_a_wildcard_glued_to_text() => Verify.RunAsync("""
        [{|MSG201:Message("orders.placed", Subject = "orders.pl*")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_a_placeholder_glued_to_text() => Verify.RunAsync("""
        [{|MSG201:Message("orders.placed", Subject = "orders.eu-{Region}")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_an_open_brace() => Verify.RunAsync("""
        [{|MSG201:Message("orders.placed", Subject = "orders.{Region")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_a_stream_subject_with_a_tail_in_the_middle() => Verify.RunAsync("""
        [assembly: {|MSG201:Stream("ORDERS", "orders.>.placed")|}]
        """);

    [Fact]
    public Task Reports_a_placeholder_in_a_stream() => Verify.RunAsync("""
        [assembly: {|MSG201:Stream("ORDERS", "orders.{Region}")|}]
        """);

    [Fact]
    public Task Reports_a_stream_without_subjects() => Verify.RunAsync("""
        [assembly: {|MSG201:Stream("ORDERS")|}]
        """);

    [Fact]
    public Task Accepts_tokens_placeholders_and_wildcards_of_streams() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", "returns.*.placed")]

        [Message("orders.placed", Subject = "orders.{Region}.placed-again.V_1")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);
}
