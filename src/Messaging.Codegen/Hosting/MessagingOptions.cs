namespace Messaging.Codegen;

/// <summary>Settings of a service that no attribute carries.</summary>
public sealed class MessagingOptions
{
    /// <summary>What the service does at start about its streams and consumers; the default is <see cref="Provision.Create"/>.</summary>
    public Provision Provision { get; set; }

    /// <summary>How failed publishes are tried again.</summary>
    public PublishRetry PublishRetry { get; } = new();

    /// <summary>
    /// False for a process that only publishes: it does not run the handlers that its modules bring. The default is true.
    /// </summary>
    public bool RunHandlers { get; set; } = true;

    /// <summary>
    /// True to copy to the dead-letter streams also what the broker gave up by a limit that others set on a consumer, or what another client terminated.
    /// On NATS this keeps the server's advisories in one stream per source stream. The default is true.
    /// </summary>
    public bool CaptureGiveUps { get; set; } = true;

    /// <summary>
    /// What an exception means that no <see cref="OnExceptionAttribute"/> of the handler fits; null, or a result of null, means a retry. It must not keep
    /// the delivery that it is shown.
    /// </summary>
    public Func<Exception, MessageContext, FailureResponse?>? ClassifyException { get; set; }

    /// <summary>The consumers that this process runs; null, the default, means all. Lets one program be deployed as several services.</summary>
    public Func<string, bool>? ConsumerSelector { get; set; }

    /// <summary>
    /// How many servers hold a copy of every stream, 1 to 5, in place of what the streams declare: production has a cluster, a developer's
    /// machine one server. Null, the default, keeps to the declarations.
    /// </summary>
    public int? Replicas { get; set; }
}
