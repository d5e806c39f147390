using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;

namespace Messaging.Codegen.Requests;

/// <summary>The one way of a request to its responder and of the reply back.</summary>
internal sealed class RequestPipeline(MessagingRuntime runtime)
{
    public async ValueTask<TReply> RequestAsync<TRequest, TReply>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : IMessage<TRequest>
        where TReply : IMessage<TReply>
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var outgoing = OutgoingMessage<TRequest>.Rent(request, TRequest.GetSubject(request), null, null);
        var reply = await transport.RequestAsync(outgoing, timeout, cancellationToken).ConfigureAwait(false);
        var subject = outgoing.Subject;
        outgoing.Return();
        return reply.Headers?[HeaderRules.Error] is { } error
            ? throw new RequestFailedException(subject, error)
            : MessageSerializer.Deserialize<TReply>(reply.Payload);
    }
}
