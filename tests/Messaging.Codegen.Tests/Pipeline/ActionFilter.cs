namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>A filter made of a delegate.</summary>
internal sealed class ActionFilter(Func<MessageContext, ConsumeDelegate, CancellationToken, ValueTask> invoke) : IConsumeFilter
{
    public ValueTask InvokeAsync(MessageContext context, ConsumeDelegate next, CancellationToken cancellationToken) =>
        invoke(context, next, cancellationToken);

    /// <summary>Fails the first delivery of each message after its handler succeeded, as a crash before the acknowledgement would.</summary>
    public static ActionFilter CrashBeforeFirstAck() => new(static async (context, next, cancellationToken) =>
    {
        await next(context, cancellationToken).ConfigureAwait(false);
        if (context.DeliveryCount == 1)
        {
            throw new InvalidOperationException("Died between the effect and the acknowledgement.");
        }
    });
}
