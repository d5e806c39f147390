namespace Messaging.Codegen.Generators.Tests.Handlers;

/// <summary>Every shape of handler that is allowed, compiled with all warnings on.</summary>
public sealed class HandlerShapeTests
{
    private const string Publish = "await context.PublishAsync<global::Shop.PaymentRequested>(";

    [Theory]
    [InlineData("public void Handle(OrderPlaced order) { }", "handler.Handle(message);")]
    [InlineData("internal void Handle(OrderPlaced order) { }", "handler.Handle(message);")]
    [InlineData("protected internal void Handle(OrderPlaced order) { }", "handler.Handle(message);")]
    [InlineData("public static void Handle(OrderPlaced order) { }", "global::Shop.Handler.Handle(message);")]
    [InlineData("public Task Handle(OrderPlaced order) => Task.CompletedTask;", "return new global::System.Threading.Tasks.ValueTask(handler.Handle(message));")]
    [InlineData("public ValueTask Handle(OrderPlaced order) => default;", "return handler.Handle(message);")]
    [InlineData("public void Handle(PaymentFailed failed) { }", "handler.Handle(message);")]
    [InlineData("public void Handle(OrderPlaced? order) { }", "handler.Handle(message);")]
    [InlineData("public void Handle(OrderPlaced order, CancellationToken ct, MessageContext context) { }", "handler.Handle(message, cancellationToken, context);")]
    [InlineData("public void Handle(OrderPlaced order, MessageContext context, IServiceProvider services, CancellationToken ct = default) { }", "handler.Handle(message, context, context.Services, cancellationToken);")]
    [InlineData("public void @event(OrderPlaced @class) { }", "handler.@event(message);")]
    public void A_handler_that_returns_nothing(string method, string call) => Assert.Contains(call, Stub(method), StringComparison.Ordinal);

    [Theory]
    [InlineData("public void Handle(IReadOnlyList<OrderPlaced> orders) { }", "handler.Handle(batch);")]
    [InlineData("public Task Handle(IReadOnlyList<OrderPlaced> orders, BatchContext context, CancellationToken ct) => Task.CompletedTask;", "return new global::System.Threading.Tasks.ValueTask(handler.Handle(batch, context, cancellationToken));")]
    [InlineData("public static ValueTask Handle(IReadOnlyList<PaymentFailed> failed, BatchContext context) => default;", "return global::Shop.Handler.Handle(batch, context);")]
    [InlineData("public void Handle(IReadOnlyList<OrderPlaced> orders, IServiceProvider services) { }", "handler.Handle(batch, context.Services);")]
    public void A_handler_of_batches(string method, string call)
    {
        var stub = Stub(method);
        Assert.Contains(call, stub, StringComparison.Ordinal);
        Assert.Contains("global::Messaging.Codegen.BatchContext context,", stub, StringComparison.Ordinal);
        Assert.Contains("> batch,", stub, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_flow_are_emitted()
    {
        var run = ShopSource.With("""
            namespace Shop;
            public sealed class Handler
            {
                [Handler("a", PartitionBy = nameof(OrderPlaced.OrderId), RateLimit = "5/10s", Timeout = "30s")] public void One(OrderPlaced order) { }
                [Handler("b", PartitionBy = nameof(OrderRouted.Priority))] public void Two(OrderRouted order) { }
                [Handler("c", PartitionBy = nameof(OrderRouted.Channel), BatchSize = 7, BatchWait = "1s")] public void Three(IReadOnlyList<OrderRouted> orders) { }
                [Handler("d", PartitionBy = "Region")] public void Four(OrderRouted order) { }
            }
            """).Run();
        var stubs = run.File("Shop.Handler.Handler.g.cs");
        foreach (var line in new[]
        {
            "PartitionBy = \"OrderId\",",
            "RateLimit = new global::Messaging.Codegen.RateLimit(5, global::System.TimeSpan.FromSeconds(10)),",
            "Timeout = global::System.TimeSpan.FromSeconds(30),",
            "BatchSize = 7,",
            "BatchWait = global::System.TimeSpan.FromSeconds(1),",
        })
        {
            Assert.Contains(line, stubs, StringComparison.Ordinal);
        }

        var module = run.File("Module.g.cs");
        foreach (var text in new[]
        {
            "HandlerConsumers.One, partition: static message => global::Messaging.Codegen.PartitionKey.Of(message.OrderId));",
            "HandlerConsumers.Two, partition: static message => global::Messaging.Codegen.PartitionKey.Of((long)message.Priority));",
            "module.AddBatchRoute<global::Shop.OrderRouted>(",
            "HandlerConsumers.Three, partition: static message => global::Messaging.Codegen.PartitionKey.Of((long)message.Channel));",
            "HandlerConsumers.Four, partition: static message => global::Messaging.Codegen.PartitionKey.Of(message.Region));",
            "MessagingFact(\"consumer:a partitionBy OrderId",
            "MessagingFact(\"consumer:a rateLimit 5/00:00:10",
            "MessagingFact(\"consumer:a timeout 00:00:30",
            "MessagingFact(\"consumer:c batch",
            "MessagingFact(\"consumer:c batchSize 7",
            "MessagingFact(\"consumer:c batchWait 00:00:01",
        })
        {
            Assert.Contains(text, module, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("public PaymentRequested Handle(OrderPlaced order) => new();", "var result = handler.Handle(message);")]
    [InlineData("public PaymentRequested? Handle(OrderPlaced order) => null;", "var result = handler.Handle(message);")]
    [InlineData("public Task<PaymentRequested> Handle(OrderPlaced order) => Task.FromResult(new PaymentRequested());", "var result = await handler.Handle(message).ConfigureAwait(false);")]
    [InlineData("public async Task<PaymentRequested?> Handle(OrderPlaced order) { await Task.Yield(); return null; }", "if (result is not null)")]
    [InlineData("public ValueTask<PaymentRequested?> Handle(OrderPlaced order) => default;", Publish + "result, cancellationToken)")]
    [InlineData("public static PaymentRequested Handle(OrderPlaced order) => new();", "var result = global::Shop.Handler.Handle(message);")]
    public void A_handler_that_returns_a_message(string method, string code)
    {
        var stub = Stub(method);
        Assert.Contains(code, stub, StringComparison.Ordinal);
        Assert.Contains(Publish, stub, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public PaymentFailed Handle(OrderPlaced order) => default;", "PublishAsync<global::Shop.PaymentFailed>(result, ")]
    [InlineData("public PaymentFailed? Handle(OrderPlaced order) => null;", "if (result is { } published)")]
    [InlineData("public Task<PaymentFailed?> Handle(OrderPlaced order) => Task.FromResult<PaymentFailed?>(null);", "PublishAsync<global::Shop.PaymentFailed>(published, ")]
    [InlineData("public IEnumerable<PaymentFailed> Handle(OrderPlaced order) => [];", "PublishAsync<global::Shop.PaymentFailed>(item, ")]
    [InlineData("public IEnumerable<PaymentFailed?> Handle(OrderPlaced order) => [];", "if (item is { } published)")]
    [InlineData("public (PaymentFailed, PaymentFailed?) Handle(OrderPlaced order) => default;", "if (result.Item2 is { } published2)")]
    public void A_handler_that_returns_a_struct(string method, string code) => Assert.Contains(code, Stub(method), StringComparison.Ordinal);

    [Theory]
    [InlineData("public IEnumerable<PaymentRequested> Handle(OrderPlaced order) { yield return new PaymentRequested(); }", "foreach (var item in result)")]
    [InlineData("public IEnumerable<PaymentRequested?>? Handle(OrderPlaced order) => null;", "if (item is not null)")]
    [InlineData("public IReadOnlyList<PaymentRequested> Handle(OrderPlaced order) => [];", "foreach (var item in result)")]
    [InlineData("public IReadOnlyCollection<PaymentRequested> Handle(OrderPlaced order) => [];", "foreach (var item in result)")]
    [InlineData("public List<PaymentRequested> Handle(OrderPlaced order) => [];", "foreach (var item in result)")]
    [InlineData("public PaymentRequested[] Handle(OrderPlaced order) => [];", "foreach (var item in result)")]
    [InlineData("public PaymentRequested?[]? Handle(OrderPlaced order) => [];", "foreach (var item in result)")]
    [InlineData("public HashSet<PaymentRequested> Handle(OrderPlaced order) => [];", "in (global::System.Collections.Generic.IEnumerable<global::Shop.PaymentRequested?>)result)")]
    [InlineData("public ImmutableArray<PaymentRequested> Handle(OrderPlaced order) => [];", "in (global::System.Collections.Generic.IEnumerable<global::Shop.PaymentRequested?>)result)")]
    [InlineData("public Task<IEnumerable<PaymentRequested>> Handle(OrderPlaced order) => Task.FromResult<IEnumerable<PaymentRequested>>([]);", "foreach (var item in result)")]
    [InlineData("public ValueTask<IReadOnlyList<PaymentRequested>> Handle(OrderPlaced order) => new([]);", "foreach (var item in result)")]
    public void A_handler_that_returns_a_sequence(string method, string code)
    {
        var stub = Stub(method);
        Assert.Contains(code, stub, StringComparison.Ordinal);
        Assert.Contains(Publish + "item, cancellationToken)", stub, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public async IAsyncEnumerable<PaymentRequested> Handle(OrderPlaced order) { await Task.Yield(); yield return new PaymentRequested(); }")]
    [InlineData("public async IAsyncEnumerable<PaymentRequested> Handle(OrderPlaced order, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct) { await Task.Delay(1, ct); yield break; }")]
    [InlineData("public Task<IAsyncEnumerable<PaymentRequested>?> Handle(OrderPlaced order) => Task.FromResult<IAsyncEnumerable<PaymentRequested>?>(null);")]
    public void A_handler_that_returns_messages_as_they_come(string method)
    {
        var stub = Stub(method);
        Assert.Contains("await foreach (var item in global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.WithCancellation(result, cancellationToken)", stub, StringComparison.Ordinal);
        Assert.Contains(Publish + "item, cancellationToken)", stub, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public (PaymentRequested, OrderPlaced) Handle(OrderPlaced order) => default;")]
    [InlineData("public (PaymentRequested? Payment, OrderPlaced? Again) Handle(OrderPlaced order) => default;")]
    [InlineData("public Task<(PaymentRequested, OrderPlaced?)> Handle(OrderPlaced order) => Task.FromResult<(PaymentRequested, OrderPlaced?)>(default);")]
    [InlineData("public ValueTask<(PaymentRequested, OrderPlaced)> Handle(OrderPlaced order) => default;")]
    [InlineData("public ValueTuple<PaymentRequested, OrderPlaced> Handle(OrderPlaced order) => default;")]
    public void A_handler_that_returns_a_tuple(string method)
    {
        var stub = Stub(method);
        Assert.Contains(Publish + "result.Item1, cancellationToken)", stub, StringComparison.Ordinal);
        Assert.Contains("await context.PublishAsync<global::Shop.OrderPlaced>(result.Item2, cancellationToken)", stub, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tuple_may_hold_sequences_and_tuples_and_more_than_seven_messages()
    {
        var stub = Stub("""
            public (PaymentRequested, List<PaymentRequested>, (PaymentFailed, PaymentFailed?)) Handle(OrderPlaced order) => default;
            public (PaymentFailed, PaymentFailed, PaymentFailed, PaymentFailed, PaymentFailed, PaymentFailed, PaymentFailed, PaymentRequested, PaymentFailed) Many(OrderPlaced order) => default;
            """);
        Assert.Contains("foreach (var item2 in result.Item2)", stub, StringComparison.Ordinal);
        Assert.Contains("if (result.Item3.Item2 is { } published32)", stub, StringComparison.Ordinal);
        Assert.Contains(Publish + "result.Item8, ", stub, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public Quote Handle(GetQuote request) => new();", "return new global::System.Threading.Tasks.ValueTask<global::Shop.Quote>(handler.Handle(message));")]
    [InlineData("public Task<Quote> Handle(GetQuote request) => Task.FromResult(new Quote());", "return new global::System.Threading.Tasks.ValueTask<global::Shop.Quote>(handler.Handle(message));")]
    [InlineData("public async ValueTask<Quote> Handle(GetQuote request, MessageContext context) { await Task.Yield(); return new Quote(); }", "return handler.Handle(message, context);")]
    [InlineData("public static ValueTask<Quote> Handle(GetQuote request) => new(new Quote());", "return global::Shop.Handler.Handle(message);")]
    public void The_handler_of_a_request(string method, string code)
    {
        var run = ShopSource.With(InClass(method)).Run();
        Assert.Contains(code, run.File("Handler.Handler.g.cs"), StringComparison.Ordinal);
        Assert.Contains(
            "module.AddResponder<global::Shop.GetQuote, global::Shop.Quote>(\"quotes.get.v1\", global::Shop.HandlerConsumers.HandleOptions, global::Shop.HandlerConsumers.Handle);",
            run.File("Module.g.cs"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Services_of_a_method_come_from_the_delivery()
    {
        var stub = Stub("""
            public void Handle(
                OrderPlaced order,
                IComparable required,
                [FromKeyedServices("eu")] IComparable keyed,
                [FromKeyedServices(Channel.Phone)] IComparable byEnum,
                [FromKeyedServices(typeof(string))] IComparable byType,
                [FromKeyedServices(7L)] IComparable byNumber,
                [FromKeyedServices(null)] IComparable byNull,
                [FromKeyedServices("eu")] IComparable? keyedOptional = null,
                IComparable? optional = null,
                string text = "\"x\"\n",
                int number = -5,
                Channel channel = Channel.Store,
                decimal money = 1.50m,
                double ratio = 0.5,
                float nan = float.NaN,
                char letter = '\'',
                bool flag = true,
                long? maybe = null,
                Guid id = default) { }
            """);
        Assert.Contains("GetRequiredService<global::System.IComparable>(context.Services),", stub, StringComparison.Ordinal);
        Assert.Contains("GetRequiredKeyedService<global::System.IComparable>(context.Services, \"eu\"),", stub, StringComparison.Ordinal);
        Assert.Contains("GetRequiredKeyedService<global::System.IComparable>(context.Services, global::Shop.Channel.Phone),", stub, StringComparison.Ordinal);
        Assert.Contains("GetRequiredKeyedService<global::System.IComparable>(context.Services, typeof(string)),", stub, StringComparison.Ordinal);
        Assert.Contains("GetRequiredKeyedService<global::System.IComparable>(context.Services, 7L),", stub, StringComparison.Ordinal);
        Assert.Contains("GetRequiredKeyedService<global::System.IComparable>(context.Services, null),", stub, StringComparison.Ordinal);
        Assert.Contains("GetKeyedService<global::System.IComparable>(context.Services, \"eu\")!,", stub, StringComparison.Ordinal);
        Assert.Contains("GetService<global::System.IComparable>(context.Services)!,", stub, StringComparison.Ordinal);
        Assert.Contains("GetService<string>(context.Services) ?? \"\\\"x\\\"\\n\",", stub, StringComparison.Ordinal);
        Assert.Contains("context.Services.GetService(typeof(int)) as int? ?? -5,", stub, StringComparison.Ordinal);
    }

    private static string Stub(string method) => ShopSource.With(InClass(method)).Run().File("Handler.Handler.g.cs");

    private static string InClass(string method) =>
        "namespace Shop;\npublic class Handler\n{\n" + string.Join("\n", method.Split('\n').Select(Attributed)) + "\n}\n";

    private static string Attributed(string line, int number) =>
        line.StartsWith("public ", StringComparison.Ordinal) || line.StartsWith("internal ", StringComparison.Ordinal) || line.StartsWith("protected ", StringComparison.Ordinal)
            ? $"[Handler(\"consumer{number}\")] {line}"
            : line;
}
