namespace Messaging.Codegen;

/// <summary>
/// Makes a method the handler of the contract that is its first parameter. The rest of the parameters may be
/// <see cref="MessageContext"/>, <see cref="CancellationToken"/> and services. A returned message is published, every message of a
/// returned sequence or tuple too, before the handled one is acknowledged; the handler of an <see cref="IRequest{TReply}"/> returns the reply.
/// </summary>
/// <param name="consumer">
/// The durable consumer's name. Processes that use the same name share the work; different names each get every message.
/// Letters, digits, <c>-</c> and <c>_</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class HandlerAttribute(string consumer) : Attribute
{
    /// <summary>The durable consumer's name.</summary>
    public string Consumer { get; } = consumer;

    /// <summary>How many deliveries a message gets before it is dead-lettered; 0 means the default, 5.</summary>
    public int MaxDeliver { get; set; }

    /// <summary>
    /// The delays before the second, third, … delivery, for example <c>["1s", "5s", "30s"]</c>; the last one repeats.
    /// Units are <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> and <c>d</c>, or the constant format <c>00:00:30</c>. Null means 1 s, 5 s, 30 s, 2 min.
    /// </summary>
    public string[]? Backoff { get; set; }

    /// <summary>How many messages this handler works on at a time in one process; 0 means the default, 1.</summary>
    public int Concurrency { get; set; }

    /// <summary>How many messages are fetched ahead per process; 0 means the default, 256.</summary>
    public int Prefetch { get; set; }

    /// <summary>
    /// How long the server waits for a sign of life before it gives the message to somebody else, for example <c>"30s"</c>
    /// (the default). Long work is kept alive by progress signals at a third of it, so keep it short.
    /// </summary>
    public string? AckWait { get; set; }

    /// <summary>
    /// How doubled deliveries are recognised; the default is <see cref="Codegen.Idempotency.None"/>. Handlers of one message on one consumer
    /// run together, under the strongest kind that one of them asks for.
    /// </summary>
    public Idempotency Idempotency { get; set; }

    /// <summary>
    /// A member of the contract, for example <c>nameof(OrderPlaced.OrderId)</c>: messages with the same value are handled one after the other in the
    /// order of the stream, those with different values at the same time, up to <see cref="Concurrency"/>. A failed message holds back the later
    /// ones of its value until it has succeeded or is dead-lettered; it stays in the process meanwhile, counts towards <see cref="Prefetch"/>, and
    /// its next tries get the same object. Handlers that share a consumer name are ordered together: equal values of different contracts wait for
    /// each other.
    /// </summary>
    /// <remarks>
    /// The order holds within a process. Several processes of one consumer each get some of the messages of a value; and what a process had when it
    /// stopped or died comes again, in the broker's order, when later messages may have been handled. To keep the order there too, give each process
    /// values of its own (one consumer name per part of the subjects, narrowed by <see cref="WhereAttribute"/>, each run by one process).
    /// </remarks>
    public string? PartitionBy { get; set; }

    /// <summary>
    /// The most messages that are begun within any period of a length, in one process, for example <c>"100/s"</c>, <c>"5/10s"</c> or <c>"1000/m"</c>; each
    /// try counts. Null means no limit. Messages that wait are not lost and cost no delivery. For the consumer as a whole.
    /// </summary>
    public string? RateLimit { get; set; }

    /// <summary>
    /// The most messages that a handler of batches gets at once; 0 means the default, 100. A handler whose first parameter is
    /// <c>IReadOnlyList&lt;TMessage&gt;</c> takes batches. Not more than <see cref="Prefetch"/>.
    /// </summary>
    public int BatchSize { get; set; }

    /// <summary>How long the first message of a batch waits for others, for example <c>"1s"</c>; null means 200 ms.</summary>
    public string? BatchWait { get; set; }

    /// <summary>
    /// How long the handler may work on one message or batch, for example <c>"30s"</c>: then its token is cancelled and the delivery counts as failed. A handler
    /// that does not heed its token is left behind when as long again has passed, and may still run when the message comes again. Null means no limit.
    /// </summary>
    public string? Timeout { get; set; }

    /// <summary>Where a new consumer begins in the stream; the default is <see cref="DeliverFrom.All"/>.</summary>
    public DeliverFrom DeliverFrom { get; set; }

    /// <summary>
    /// The name of a static method <c>bool M(TMessage)</c> of the same class. Messages for which it returns false are acknowledged
    /// without being handled and counted as filtered. Use <see cref="WhereAttribute"/> when a subject token can decide: that filters on the server.
    /// </summary>
    public string? Filter { get; set; }
}
