namespace Messaging.Codegen.Testing;

/// <summary>What goes wrong around handlers.</summary>
internal sealed class ChaosFilter(ChaosOptions chaos, Recorder recorder, TimeProvider time) : IConsumeFilter
{
    public async ValueTask InvokeAsync(MessageContext context, ConsumeDelegate next, CancellationToken cancellationToken)
    {
        var target = new ChaosTarget(context.Consumer, context.Sequence, context.DeliveryCount);
        if (chaos.Find(ChaosKind.Slow, target, out _) is { } slow)
        {
            await Task.Delay(slow.Duration, time, cancellationToken).ConfigureAwait(false);
        }

        if (chaos.Find(ChaosKind.Poison, target, out _, rule => rule.Concerns?.Invoke(context, recorder) ?? true) is not null)
        {
            throw new ChaosException($"{context.Consumer} fails on {context.Stream}#{context.Sequence} because the test asked for it.");
        }

        await next(context, cancellationToken).ConfigureAwait(false);
    }
}
