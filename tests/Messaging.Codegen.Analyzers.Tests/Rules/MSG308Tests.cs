using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler waits for what it sends.</summary>
public class MSG308Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);


        """;

    [Fact]
    public Task Reports_tasks_that_nobody_awaits() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IRequestClient<GetQuote, Quote> quotes)
        {
            [Handler("billing")]
            public void Handle(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                {|MSG308:context.PublishAsync(order, cancellationToken)|};
                {|MSG308:_ = context.PublishBatchAsync([order], cancellationToken)|};
                {|MSG308:context.PublishAsync(order, cancellationToken).AsTask().ConfigureAwait(false)|};
                {|MSG308:quotes?.RequestAsync(new GetQuote("a"), cancellationToken)|};
                new List<OrderPlaced> { order }.ForEach(other => {|MSG308:context.PublishAsync(other, cancellationToken)|});
            }
        }
        """);

    [Fact]
    public Task Reports_the_body_of_a_handler() => Verify.RunAsync(Contract + """
        public static class BillingHandler
        {
            [Handler("billing")]
            public static void Handle(OrderPlaced order, MessageContext context, CancellationToken cancellationToken) =>
                {|MSG308:context.PublishAsync(order, cancellationToken)|};
        }
        """);

    [Fact]
    public Task Accepts_tasks_that_are_awaited_returned_or_kept() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                await context.PublishAsync(order, cancellationToken);
                var later = context.PublishAsync(order, cancellationToken);
                await Task.WhenAll(later.AsTask(), context.PublishAsync(order, cancellationToken).AsTask());
                _ = await context.PublishAsync(order, cancellationToken);
            }

            [Handler("other")]
            public Task Other(OrderPlaced order, MessageContext context, CancellationToken cancellationToken) => context.PublishAsync(order, cancellationToken).AsTask();
        }
        """);
}
