using Messaging.Codegen.Transports;

namespace Messaging.Codegen;

/// <summary>What an <see cref="UpcastAttribute">upcaster</see> may know of the message beside its members: as it was published, whatever the version.</summary>
/// <param name="MessageId">The id that the publisher gave; for a message without one, <c>stream:sequence</c>.</param>
/// <param name="Subject">The subject that it was published on.</param>
/// <param name="Timestamp">When the stream stored it, UTC.</param>
/// <param name="Headers">Its headers, the library's own among them.</param>
public readonly record struct UpcastContext(string MessageId, string Subject, DateTimeOffset Timestamp, MessageHeaders Headers);
