namespace Messaging.Codegen.Publishing;

/// <summary>What every emitted publisher inherits.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="pipeline">The way to the transport.</param>
public abstract class Publisher<T>(PublishPipeline pipeline) : IPublisher<T>
    where T : IMessage<T>
{
    /// <inheritdoc/>
    public ValueTask<PublishReceipt> PublishAsync(T message, CancellationToken cancellationToken = default) =>
        pipeline.PublishAsync(message, null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PublishReceipt> PublishAsync(T message, PublishOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return pipeline.PublishAsync(message, options, cancellationToken);
    }
}
