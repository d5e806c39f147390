namespace Messaging.Codegen.Transports;

/// <summary>A consumer that is delivering. Its calls are safe for concurrent use.</summary>
public interface ITransportConsumer : IAsyncDisposable
{
    /// <summary>True while the consumer is connected and the broker answers its pulls.</summary>
    bool IsHealthy { get; }

    /// <summary>Says that workers took messages out of the sink's buffer, so that as many may be fetched.</summary>
    /// <param name="count">How many.</param>
    void Release(int count);

    /// <summary>The message is done with.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask AckAsync(DeliveryInfo delivery, CancellationToken cancellationToken);

    /// <summary>The message shall come again after <paramref name="delay"/>.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="delay">The delay; zero means at once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask NakAsync(DeliveryInfo delivery, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>The message shall not come again, though it was not handled.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="reason">Why, for the broker's advisory.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask TerminateAsync(DeliveryInfo delivery, string reason, CancellationToken cancellationToken);

    /// <summary>The message is still being worked on: its ack wait starts anew.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask ProgressAsync(DeliveryInfo delivery, CancellationToken cancellationToken);

    /// <summary>Stops fetching. When it has ended no more messages are delivered; acknowledgements still work until disposal, which flushes them.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask StopAsync(CancellationToken cancellationToken);
}
