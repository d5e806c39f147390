using Messaging.Codegen.Nats.JetStream;

namespace Messaging.Codegen.Nats.Provisioning;

/// <summary>What to do about a refusal.</summary>
internal static class TopologyAdvice
{
    // The server's numbers, from its errors.json.
    private const int InsufficientResources = 10023;
    private const int MaximumConsumers = 10026;
    private const int MaximumStreams = 10027;
    private const int MemoryExceeded = 10028;
    private const int StorageExceeded = 10047;
    private const int FilterOverlapsOnWorkQueue = 10100;
    private const int UnfilteredOnWorkQueue = 10099;
    private const int DeliverAllOnWorkQueue = 10101;

    public static string For(JetStreamException refusal) => refusal.ErrorCode switch
    {
        JetStreamException.ReplicasNotSupported => "; declare Replicas = 1, or run a cluster",
        InsufficientResources or MemoryExceeded or StorageExceeded or MaximumStreams or MaximumConsumers =>
            "; raise the limits of the account or the server, or declare less",
        FilterOverlapsOnWorkQueue or UnfilteredOnWorkQueue =>
            "; on a WorkQueue stream each message has one consumer: give the handlers one consumer name or separate subjects, or declare Retention = Limits",
        DeliverAllOnWorkQueue => "; declare DeliverFrom = All",
        JetStreamException.MaxAckPendingExceeded => "; raise the limit of the server, the account or the stream, or declare less Prefetch",
        _ => "",
    };
}
