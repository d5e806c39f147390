namespace Messaging.Codegen;

/// <summary>Pauses and resumes the consumers of this process while they run. A singleton; resolve it from dependency injection.</summary>
public interface IConsumerControl
{
    /// <summary>How the consumers that this process runs are doing; asks the broker too.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Transports.TransportException">The broker cannot be asked.</exception>
    ValueTask<IReadOnlyList<ConsumerStatus>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets this process begin no more messages of a consumer; other processes go on. What is running is finished: the call returns then. What was
    /// fetched waits, kept alive and without costing a delivery, and no more than the prefetch is fetched. A restart ends the pause.
    /// </summary>
    /// <param name="consumer">The consumer's name, on whatever streams.</param>
    /// <param name="duration">How long; null means until <see cref="ResumeAsync"/>. A second call changes it.</param>
    /// <param name="cancellationToken">Stops waiting for what is running; the consumer stays paused.</param>
    /// <exception cref="ArgumentException">This process runs no such consumer.</exception>
    ValueTask PauseAsync(string consumer, TimeSpan? duration = null, CancellationToken cancellationToken = default);

    /// <summary>Lets this process go on with a consumer. Does nothing when it is not paused here.</summary>
    /// <param name="consumer">The consumer's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">This process runs no such consumer.</exception>
    ValueTask ResumeAsync(string consumer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has the broker deliver nothing more of a consumer to any process until a time; what was delivered before is worked on. It outlives restarts of
    /// processes and brokers. NATS needs servers of version 2.11 or newer.
    /// </summary>
    /// <param name="consumer">The name of a consumer that this process runs.</param>
    /// <param name="until">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">This process runs no such consumer.</exception>
    /// <exception cref="NotSupportedException">The transport cannot pause consumers.</exception>
    /// <exception cref="Transports.TransportException">The broker did not do it.</exception>
    ValueTask PauseEverywhereAsync(string consumer, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>Ends <see cref="PauseEverywhereAsync"/>.</summary>
    /// <param name="consumer">The name of a consumer that this process runs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">This process runs no such consumer.</exception>
    /// <exception cref="NotSupportedException">The transport cannot pause consumers.</exception>
    /// <exception cref="Transports.TransportException">The broker did not do it.</exception>
    ValueTask ResumeEverywhereAsync(string consumer, CancellationToken cancellationToken = default);
}
