using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What an exception means is said once, about an exception, where a handler reads it.</summary>
public class MSG313Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        """;

    [Theory]
    [InlineData("{|MSG313:OnException(typeof(string), FailureAction.DeadLetter)|}")]
    [InlineData("{|MSG313:OnException(typeof(IComparable), FailureAction.DeadLetter)|}")]
    [InlineData("{|MSG313:OnException(null!, FailureAction.DeadLetter)|}")]
    [InlineData("{|MSG313:OnException(typeof(DeadLetterException), FailureAction.Ignore)|}")]
    [InlineData("{|MSG313:OnException(typeof(RetryException), FailureAction.Ignore)|}")]
    [InlineData("{|MSG313:OnException(typeof(Own), FailureAction.Ignore)|}")]
    [InlineData("{|MSG313:OnException(typeof(Open<>), FailureAction.Ignore)|}")]
    [InlineData("{|MSG313:OnException(typeof(TimeoutException), (FailureAction)7)|}")]
    [InlineData("{|MSG313:OnException(typeof(TimeoutException), FailureAction.Ignore, Backoff = new[] { \"1s\" })|}")]
    [InlineData("OnException(typeof(TimeoutException), FailureAction.Ignore), {|MSG313:OnException(typeof(TimeoutException), FailureAction.Retry)|}")]
    [InlineData("OnException(typeof(TimeoutException), FailureAction.Retry, {|MSG407:Backoff = new[] { \"soon\" }|})")]
    public Task Reports_what_cannot_work(string attributes) => Verify.RunAsync(Contract + $$"""
        public sealed class Open<T> : Exception;

        public sealed class BillingHandler
        {
            [Handler("billing"), {{attributes}}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;

            private sealed class Own : Exception;
        }
        """);

    [Fact]
    public Task Reports_it_once_for_a_class() => Verify.RunAsync(Contract + """
        [{|MSG313:OnException(typeof(string), FailureAction.DeadLetter)|}]
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;

            [Handler("shipping")]
            public Task ShipAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_where_nothing_is_handled() => Verify.RunAsync(Contract + """
        [{|MSG313:OnException(typeof(TimeoutException), FailureAction.Ignore)|}]
        public sealed class Service;

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => OtherAsync();

            [{|MSG313:OnException(typeof(TimeoutException), FailureAction.Ignore)|}]
            public Task OtherAsync() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_the_handler_of_a_request() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] int Quantity) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        public sealed class QuoteHandler
        {
            [Handler("quotes"), {|MSG313:OnException(typeof(TimeoutException), FailureAction.Ignore)|}]
            public Quote Handle(GetQuote request) => new(request.Quantity);
        }
        """);

    [Fact]
    public Task Accepts_any_order_and_levels() => Verify.RunAsync(Contract + """
        [OnException(typeof(Exception), FailureAction.DeadLetter)]
        [OnException(typeof(TimeoutException), FailureAction.Retry, Backoff = new[] { "1m" })]
        public sealed class BillingHandler
        {
            [Handler("billing")]
            [OnException(typeof(ArgumentException), FailureAction.DeadLetter)]
            [OnException(typeof(ArgumentNullException), FailureAction.Retry)]
            [OnException(typeof(TimeoutException), FailureAction.Ignore)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);
}
