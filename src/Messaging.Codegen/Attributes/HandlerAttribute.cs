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

    /// <summary>Where a new consumer begins in the stream; the default is <see cref="DeliverFrom.All"/>.</summary>
    public DeliverFrom DeliverFrom { get; set; }

    /// <summary>
    /// The name of a static method <c>bool M(TMessage)</c> of the same class. Messages for which it returns false are acknowledged
    /// without being handled and counted as filtered. Use <see cref="WhereAttribute"/> when a subject token can decide: that filters on the server.
    /// </summary>
    public string? Filter { get; set; }
}
