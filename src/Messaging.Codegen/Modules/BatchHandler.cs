namespace Messaging.Codegen;

/// <summary>Runs a handler for several messages at once. The emitted stub resolves the handler and calls it.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="batch">The messages, at least one, in the order of the stream.</param>
/// <param name="context">Where they came from, and how to fail some of them.</param>
/// <param name="cancellationToken">Cancelled when the service stops and its patience is over.</param>
public delegate ValueTask BatchHandler<in T>(IReadOnlyList<T> batch, BatchContext context, CancellationToken cancellationToken);
