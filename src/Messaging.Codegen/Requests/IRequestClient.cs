namespace Messaging.Codegen;

/// <summary>Sends requests and awaits their replies. Resolve it from dependency injection.</summary>
/// <typeparam name="TRequest">The request contract.</typeparam>
/// <typeparam name="TReply">The reply contract that the request names in <see cref="IRequest{TReply}"/>.</typeparam>
public interface IRequestClient<TRequest, TReply>
    where TRequest : IMessage<TRequest>, IRequest<TReply>
    where TReply : IMessage<TReply>
{
    /// <summary>Sends <paramref name="request"/> and awaits the reply for at most <see cref="RequestOptions.DefaultTimeout"/>.</summary>
    /// <param name="request">The request; not null.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    /// <exception cref="NoRespondersException">Nobody handles the request's subject.</exception>
    /// <exception cref="RequestTimeoutException">No reply arrived before the deadline.</exception>
    /// <exception cref="RequestFailedException">The handler failed; the message says how.</exception>
    /// <exception cref="MessageFormatException">The reply is not a <typeparamref name="TReply"/>.</exception>
    ValueTask<TReply> RequestAsync(TRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends <paramref name="request"/> and awaits the reply for at most <paramref name="timeout"/>.</summary>
    /// <param name="request">The request; not null.</param>
    /// <param name="timeout">The deadline, counted from this call; positive.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    /// <exception cref="NoRespondersException">Nobody handles the request's subject.</exception>
    /// <exception cref="RequestTimeoutException">No reply arrived before the deadline.</exception>
    /// <exception cref="RequestFailedException">The handler failed; the message says how.</exception>
    /// <exception cref="MessageFormatException">The reply is not a <typeparamref name="TReply"/>.</exception>
    ValueTask<TReply> RequestAsync(TRequest request, TimeSpan timeout, CancellationToken cancellationToken = default);
}
