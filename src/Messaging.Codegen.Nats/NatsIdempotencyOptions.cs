namespace Messaging.Codegen.Nats;

/// <summary>The key-value bucket of handlers with <see cref="Idempotency.KeyValue"/>. Created at start as the service's streams are, if a handler needs it.</summary>
public sealed class NatsIdempotencyOptions
{
    /// <summary>The bucket's name: letters, digits, <c>-</c> and <c>_</c>. Services may share one, keys begin with stream and consumer.</summary>
    public string Bucket { get; set; } = "messaging_idempotency";

    /// <summary>How many servers hold a copy, 1 to 5; the default is 1. Give it as many as the streams have.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>Where it is kept; the default is <see cref="StreamStorage.File"/>.</summary>
    public StreamStorage Storage { get; set; }

    /// <summary>How long a handled message is remembered; the default is 24 h. It should exceed the time in which a message can come again.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long a message stays claimed by a process that died while handling it; the default is 10 s. A living one renews its claims three times in that
    /// time. One that stands still for longer, in a debugger or a garbage collection, may find that another process has handled its message too.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Bucket);
        if (Bucket.AsSpan().ContainsAnyExcept("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"))
        {
            throw new ArgumentException($"The bucket's name '{Bucket}' may have letters, digits, '-' and '_'.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Replicas, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Replicas, 5);
        ArgumentOutOfRangeException.ThrowIfLessThan(Lease, TimeSpan.FromMilliseconds(500));
        ArgumentOutOfRangeException.ThrowIfLessThan(Retention, 2 * Lease);
    }
}
