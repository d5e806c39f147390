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

    /// <inheritdoc/>
    public ValueTask<BatchReceipt> PublishBatchAsync(IReadOnlyList<T> messages, CancellationToken cancellationToken = default) =>
        pipeline.PublishBatchAsync(messages, null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BatchReceipt> PublishBatchAsync(
        IReadOnlyList<T> messages, PublishBatchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return pipeline.PublishBatchAsync(messages, options, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ScheduleReceipt> ScheduleAsync(
        T message, DateTimeOffset dueAt, PublishOptions? options = null, CancellationToken cancellationToken = default) =>
        pipeline.ScheduleAsync(message, dueAt, options, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ScheduleReceipt> ScheduleAsync(
        T message, TimeSpan delay, PublishOptions? options = null, CancellationToken cancellationToken = default) =>
        pipeline.ScheduleAsync(message, pipeline.After(delay), options, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> CancelScheduledAsync(ScheduleReceipt receipt, CancellationToken cancellationToken = default) =>
        pipeline.CancelScheduledAsync(receipt, cancellationToken);
}
