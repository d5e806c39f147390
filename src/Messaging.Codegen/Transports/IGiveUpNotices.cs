namespace Messaging.Codegen.Transports;

/// <summary>
/// What a broker tells about messages that it will not deliver any more though nobody acknowledged them. Consumers of this library give up by
/// themselves, before the broker does; the notices are for limits and terminations that others set.
/// </summary>
public interface IGiveUpNotices
{
    /// <summary>The stream that is to keep the notices about a stream's consumers: name and subjects. It is provisioned as a work queue.</summary>
    /// <param name="stream">The stream whose messages are given up.</param>
    StreamDefinition StreamFor(string stream);

    /// <summary>Reads a notice.</summary>
    /// <param name="message">A message of the stream that <see cref="StreamFor"/> names.</param>
    /// <returns>Null when it is none.</returns>
    GiveUpNotice? Read(in IncomingMessage message);
}

/// <summary>The broker delivers a message to a consumer no more.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Consumer">The durable's name.</param>
/// <param name="Sequence">The message's sequence.</param>
/// <param name="Deliveries">How often it was delivered.</param>
/// <param name="Reason">What the client said that terminated it, perhaps nothing; null when the limit of deliveries was reached.</param>
public sealed record GiveUpNotice(string Stream, string Consumer, ulong Sequence, int Deliveries, string? Reason);
