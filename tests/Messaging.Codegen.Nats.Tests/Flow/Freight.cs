using MessagePack;

[assembly: Messaging.Codegen.Stream("FREIGHT", "freight.>")]

namespace Messaging.Codegen.Nats.Tests.Flow;

/// <summary>A message that counts how many of its kind the process holds.</summary>
[Message("freight.sent", Subject = "freight.sent")]
public sealed partial class Freight
{
    private static int _alive;

    public Freight() => Interlocked.Increment(ref _alive);

    ~Freight() => Interlocked.Decrement(ref _alive);

    [Key(0)]
    public byte[] Load { get; init; } = [];

    /// <summary>How many were made and are still reachable.</summary>
    public static int CountAlive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Volatile.Read(ref _alive);
    }
}

public sealed class FreightHandler
{
    /// <summary>What the consumer may hold besides the one in work.</summary>
    public const int Prefetch = 64;

    /// <summary>How long one takes.</summary>
    public static readonly TimeSpan Work = TimeSpan.FromMilliseconds(20);

    [Handler("slow-freight", Prefetch = Prefetch, Concurrency = 1)]
    public Task HandleAsync(Freight freight, CancellationToken cancellationToken) => Task.Delay(Work, cancellationToken);
}
