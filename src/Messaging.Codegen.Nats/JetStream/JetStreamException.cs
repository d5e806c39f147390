namespace Messaging.Codegen.Nats.JetStream;

/// <summary>The JetStream API refused a call.</summary>
internal sealed class JetStreamException(int code, int errorCode, string description) : Exception($"{description} ({errorCode})")
{
    // The server's numbers, from its errors.json.
    public const int ClusterUnavailable = 10008;
    public const int NotLeader = 10009;
    public const int ConsumerNotFound = 10014;
    public const int NoMessageFound = 10037;
    public const int SequenceNotFound = 10043;
    public const int MessageDeleteFailed = 10057;
    public const int InvalidStreamConfig = 10052;
    public const int DeleteFailed = 10057;
    public const int StreamNameInUse = 10058;
    public const int StreamNotFound = 10059;
    public const int SubjectsOverlap = 10065;
    public const int ReplicasNotSupported = 10074;
    public const int ConsumerNameExists = 10013;
    public const int MaxAckPendingExceeded = 10121;
    public const int ConsumerAlreadyExists = 10148;

    /// <summary>The class of the error, as of HTTP.</summary>
    public int Code { get; } = code;

    /// <summary>The server's number for it.</summary>
    public int ErrorCode { get; } = errorCode;

    /// <summary>What the server says.</summary>
    public string Description { get; } = description;

    /// <summary>True when the same call may succeed in a moment.</summary>
    public bool IsTransient => ErrorCode is ClusterUnavailable or NotLeader;
}
