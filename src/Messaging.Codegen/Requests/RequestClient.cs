namespace Messaging.Codegen.Requests;

/// <summary>The client of one request contract.</summary>
internal sealed class RequestClient<TRequest, TReply>(RequestPipeline pipeline) : IRequestClient<TRequest, TReply>
    where TRequest : IMessage<TRequest>, IRequest<TReply>
    where TReply : IMessage<TReply>
{
    public ValueTask<TReply> RequestAsync(TRequest request, CancellationToken cancellationToken = default) =>
        pipeline.RequestAsync<TRequest, TReply>(request, RequestOptions.DefaultTimeout, cancellationToken);

    public ValueTask<TReply> RequestAsync(TRequest request, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        pipeline.RequestAsync<TRequest, TReply>(request, timeout, cancellationToken);
}
