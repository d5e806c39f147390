using MessagePack;

[assembly: Messaging.Codegen.Stream("SHOP", "shop.>", AllowSchedules = true)]

namespace Messaging.Codegen.Testing.Tests;

[Message("shop.ordered", Subject = "shop.{Region}.ordered.v1")]
public sealed partial record Ordered
{
    [Key(0), IdempotencyKey] public required int Number { get; init; }

    [Key(1)] public string Region { get; init; } = "eu";
}

[Message("shop.paid")]
public sealed partial record Paid([property: Key(0)] int Number);

[Message("shop.shipped")]
public sealed partial record Shipped([property: Key(0)] int Number);

[Message("ask.price")]
public sealed partial record AskPrice([property: Key(0)] int Number) : IRequest<Price>;

[Message("ask.price-told")]
public sealed partial record Price([property: Key(0)] int Cents);

/// <summary>What handlers do besides counting; each host has its own.</summary>
public sealed class Behaviour
{
    private int _effects;

    public int Effects => _effects;

    public Func<int, MessageContext, CancellationToken, Task> OnOrder { get; set; } = static (_, _, _) => Task.CompletedTask;

    public Func<int, MessageContext, Task> OnPayment { get; set; } = static (_, _) => Task.CompletedTask;

    public Func<int, MessageContext, Task> OnShipment { get; set; } = static (_, _) => Task.CompletedTask;

    public Func<int, CancellationToken, Task<int>> OnPrice { get; set; } = static (number, _) => Task.FromResult(100 * number);

    public void CountEffect() => Interlocked.Increment(ref _effects);
}

public sealed class ShopHandlers(Behaviour behaviour)
{
    [Handler("billing", MaxDeliver = 4, Backoff = ["1s", "2m"], Concurrency = 4)]
    public async Task<Paid> HandleAsync(Ordered order, MessageContext context, CancellationToken cancellationToken)
    {
        await behaviour.OnOrder(order.Number, context, cancellationToken);
        behaviour.CountEffect();
        return new Paid(order.Number);
    }

    [Handler("shipping", MaxDeliver = 4, Backoff = ["1s", "2m"])]
    public async Task<Shipped> HandleAsync(Paid paid, MessageContext context)
    {
        await behaviour.OnPayment(paid.Number, context);
        return new Shipped(paid.Number);
    }

    [Handler("mailing", MaxDeliver = 4, Backoff = ["1s", "2m"])]
    public Task HandleAsync(Shipped shipped, MessageContext context) => behaviour.OnShipment(shipped.Number, context);

    [Handler("careful", Idempotency = Idempotency.Memory, Concurrency = 4)]
    public void HandleOnce(Ordered order) => behaviour.CountEffect();

    [Handler("prices")]
    public async Task<Price> AnswerAsync(AskPrice question, CancellationToken cancellationToken) =>
        new(await behaviour.OnPrice(question.Number, cancellationToken));
}
