using System.Buffers;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Requests;

/// <summary>Sends requests.</summary>
internal static class RequestSender
{
    public static async ValueTask<TransportReply> SendAsync(NatsLink link, OutgoingMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The client's own deadline begins when the request is written, and without a connection that can be never.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            var reply = await link.Connection.RequestAsync(
                request.Subject,
                request,
                HeaderMapping.ToNats(request),
                OutgoingPayload.Instance,
                ReceivedBytes.Instance,
                replyOpts: new NatsSubOpts { Timeout = timeout },
                cancellationToken: deadline.Token).ConfigureAwait(false);
            return new TransportReply(HeaderMapping.FromNats(reply.Headers), new ReadOnlySequence<byte>(reply.Data ?? []));
        }
        catch (NatsNoRespondersException)
        {
            throw new NoRespondersException(request.Subject);
        }
        catch (NatsPayloadTooLargeException e)
        {
            throw new TransportException($"The request on '{request.Subject}' is too large: {e.Message}", e);
        }
        catch (Exception e) when (e is NatsNoReplyException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new RequestTimeoutException(request.Subject, timeout);
        }
    }
}
