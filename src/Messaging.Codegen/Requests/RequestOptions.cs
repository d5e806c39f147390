namespace Messaging.Codegen;

/// <summary>Defaults of request/reply.</summary>
public static class RequestOptions
{
    /// <summary>The deadline of a request that names none: 5 seconds, the default of the NATS clients' requests.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);
}
