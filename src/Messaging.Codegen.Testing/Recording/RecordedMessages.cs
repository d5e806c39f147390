namespace Messaging.Codegen.Testing;

/// <summary>A message that a stream stored.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="Message">The message, decoded from the bytes that were published.</param>
/// <param name="Subject">The subject.</param>
/// <param name="MessageId">The id that the stream drops copies by, or null.</param>
/// <param name="Headers">The headers besides the message id, or null.</param>
/// <param name="Receipt">The stream's receipt.</param>
public sealed record PublishedMessage<T>(T Message, string Subject, string? MessageId, MessageHeaders? Headers, PublishReceipt Receipt);

/// <summary>A delivery whose handlers ran to their end.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="Message">The message, decoded anew from the bytes that were delivered.</param>
/// <param name="Context">What the handlers saw; its services are disposed of.</param>
public sealed record HandledMessage<T>(T Message, MessageContext Context);

/// <summary>A delivery whose handler, or a filter around it, threw an exception.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="Message">The message, decoded anew from the bytes that were delivered.</param>
/// <param name="Context">What the handler saw; its services are disposed of.</param>
/// <param name="Exception">What it threw.</param>
public sealed record FailedMessage<T>(T Message, MessageContext Context, Exception Exception);

/// <summary>A message that a consumer gave up: its copy is in the dead-letter stream.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="Message">The message.</param>
/// <param name="Consumer">The consumer.</param>
/// <param name="Reason">Why.</param>
/// <param name="Deliveries">How often it had been delivered.</param>
/// <param name="Exception">What the last delivery threw, or null when none failed.</param>
public sealed record DeadLetteredMessage<T>(T Message, string Consumer, string Reason, int Deliveries, Exception? Exception);

/// <summary>A message that no handler could take: its copy is in the quarantine stream.</summary>
/// <param name="Subject">The subject that it was published on.</param>
/// <param name="Consumer">The consumer.</param>
/// <param name="Reason">Why.</param>
/// <param name="Payload">The bytes as they came.</param>
public sealed record QuarantinedMessage(string Subject, string Consumer, string Reason, ReadOnlyMemory<byte> Payload);
