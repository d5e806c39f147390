namespace Messaging.Codegen;

/// <summary>
/// Marks a <c>[Message]</c> contract as a request that exactly one handler answers with <typeparamref name="TReply"/>.
/// Requests travel over core NATS and are never stored.
/// </summary>
/// <typeparam name="TReply">The contract of the reply; itself a <c>[Message]</c>.</typeparam>
#pragma warning disable CA1040 // the interface carries the reply type for the compiler
public interface IRequest<TReply>;
#pragma warning restore CA1040
