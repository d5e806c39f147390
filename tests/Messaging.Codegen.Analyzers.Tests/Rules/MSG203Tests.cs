using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A contract leaves the server's subjects alone.</summary>
public class MSG203Tests
{
    [Fact]
    public Task Reports_the_api() => Verify.RunAsync("""
        [{|MSG203:Message("orders.placed", Subject = "$JS.orders")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_buckets_and_inboxes() => Verify.RunAsync("""
        [{|MSG203:Message("orders.placed", Subject = "$KV.orders.placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [{|MSG203:Message("orders.paid", Subject = "_INBOX.paid")|}]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_dollar_sign_that_means_nothing_yet_as_a_warning() => Verify.RunAsync("""
        [{|MSG203:Message("orders.placed", Subject = "$JSON.orders")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Theory]
    [InlineData("$JS.API.>")]
    [InlineData("_INBOX.>")]
    [InlineData("$KV.prices.>")]
    [InlineData("$orders.>")]
    [InlineData(">")]
    [InlineData("*.orders")]
    public Task Reports_a_stream(string subject) => Verify.RunAsync($$"""
        [assembly: {|MSG203:Stream("ORDERS", "orders.>", "{{subject}}")|}]
        """);

    [Fact]
    public async Task Reports_an_error_where_the_server_is_in_the_way_and_else_a_warning()
    {
        var diagnostics = await SourceCompilation.AnalyzeAsync(SourceCompilation.RunGenerator(SourceCompilation.Create([SourceCompilation.Parse(Verify.Usings + """
            [assembly: Stream("A", "$JS.a")]
            [assembly: Stream("B", "$b")]
            """)])));

        Assert.Equal(
            [("MSG203", DiagnosticSeverity.Error), ("MSG203", DiagnosticSeverity.Warning)],
            diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan).Select(static diagnostic => (diagnostic.Id, diagnostic.Severity)));
    }

    [Fact]
    public Task Accepts_what_only_looks_alike() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", "*", "INBOX.>")]

        [Message("orders.placed", Subject = "orders.US$.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.paid", Subject = "orders.$JS")]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);
        """);
}
