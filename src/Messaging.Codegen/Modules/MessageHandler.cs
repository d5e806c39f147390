namespace Messaging.Codegen;

/// <summary>Runs one handler for one message. The emitted stub resolves the handler, calls it and publishes what it returns.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="message">The message.</param>
/// <param name="context">Where it came from.</param>
/// <param name="cancellationToken">Cancelled when the service stops and its patience is over.</param>
public delegate ValueTask MessageHandler<in T>(T message, MessageContext context, CancellationToken cancellationToken);

/// <summary>Runs the handler of a request and returns its reply.</summary>
/// <typeparam name="TRequest">The request contract.</typeparam>
/// <typeparam name="TReply">The reply contract.</typeparam>
/// <param name="request">The request.</param>
/// <param name="context">Where it came from.</param>
/// <param name="cancellationToken">Cancelled when the service stops and its patience is over.</param>
public delegate ValueTask<TReply> RequestHandler<in TRequest, TReply>(TRequest request, MessageContext context, CancellationToken cancellationToken);
