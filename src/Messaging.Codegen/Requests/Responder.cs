using Messaging.Codegen.Consuming;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Requests;

/// <summary>A request handler as the model knows it.</summary>
internal abstract class Responder(string subject, HandlerOptions options)
{
    public string Subject { get; } = subject;

    public HandlerOptions Options { get; } = options;

    /// <summary>Makes the reply to one request, or a reply that carries the error. Never throws.</summary>
    public async ValueTask<OutgoingMessage> RespondAsync(ResponderServices services, TransportRequest request, CancellationToken cancellationToken)
    {
        var context = new RequestContext(request, Options.Consumer, services);
        await using (context.ConfigureAwait(false))
        {
            try
            {
                return await HandleAsync(request, context, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                services.Log.RequestFailed(Options.Handler, request.Subject, e);
                var headers = new MessageHeaders { { HeaderRules.Error, HeaderRules.Sanitize($"{e.GetType().Name}: {e.Message}") } };
                return new OutgoingBytes("", null, headers, ReadOnlyMemory<byte>.Empty);
            }
        }
    }

    protected abstract ValueTask<OutgoingMessage> HandleAsync(TransportRequest request, RequestContext context, CancellationToken cancellationToken);
}

/// <summary>The handler of one request contract.</summary>
internal sealed class Responder<TRequest, TReply>(string subject, HandlerOptions options, RequestHandler<TRequest, TReply> handler)
    : Responder(subject, options)
    where TRequest : IMessage<TRequest>, IRequest<TReply>
    where TReply : IMessage<TReply>
{
    protected override async ValueTask<OutgoingMessage> HandleAsync(TransportRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var message = MessageSerializer.Deserialize<TRequest>(request.Payload);
        var reply = await handler(message, context, cancellationToken).ConfigureAwait(false);
        return OutgoingMessage<TReply>.Rent(reply, TReply.GetSubject(reply), null, null);
    }
}
