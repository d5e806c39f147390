using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What is published is stored.</summary>
public class MSG208Tests
{
    [Fact]
    public Task Reports_a_subject_outside_of_the_streams_of_a_library() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]

        [{|MSG208:Message("order.placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Reports_a_subject_that_is_stored_in_part() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.eu.>")]

        [{|MSG208:Message("orders.placed", Subject = "orders.{Region}.placed")|}]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Accepts_a_library_without_streams() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """);

    [Fact]
    public Task Accepts_requests_and_replies() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);
        """);

    [Fact]
    public Task Accepts_a_subject_that_is_stored() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.*.placed", "returns.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);
}
