namespace Messaging.Codegen;

/// <summary>The rest of the way of a message to its handler.</summary>
/// <param name="context">The delivery.</param>
/// <param name="cancellationToken">Cancelled when the service stops and its patience is over.</param>
public delegate ValueTask ConsumeDelegate(MessageContext context, CancellationToken cancellationToken);

/// <summary>
/// Runs around every handler of the service: logging, tenancy, chaos in tests. Filters run in the order in which they were added,
/// for messages that were decoded and passed the content filters. An exception counts as the handler's.
/// </summary>
public interface IConsumeFilter
{
    /// <summary>Runs around <paramref name="next"/>. Not calling it means that the message counts as handled.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="next">The next filter, or the handler.</param>
    /// <param name="cancellationToken">Cancelled when the service stops and its patience is over.</param>
    ValueTask InvokeAsync(MessageContext context, ConsumeDelegate next, CancellationToken cancellationToken);
}
