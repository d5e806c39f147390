namespace Messaging.Codegen.Consuming;

/// <summary>What only deliveries have that wait for others, are in a batch or stay for another try. The others do without it.</summary>
internal sealed class DeliveryFlow
{
    /// <inheritdoc cref="Delivery.Partition"/>
    public int? Partition { get; set; }

    /// <summary>The next one of the same partition; only <see cref="Partitions"/> touches it.</summary>
    public Delivery? Behind { get; set; }

    /// <inheritdoc cref="Delivery.Batch"/>
    public Gathering? Batch { get; set; }

    /// <inheritdoc cref="Delivery.RetryDelay"/>
    public TimeSpan? RetryDelay { get; set; }

    /// <summary>How often it was tried again in this process.</summary>
    public int Retries { get; set; }

    /// <inheritdoc cref="Delivery.Trial"/>
    public int Trial { get; set; }

    /// <inheritdoc cref="Delivery.Floor"/>
    public IDisposable? Floor { get; set; }
}
