using System.Buffers;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>A message with headers that are the server's business: part of a batch, a schedule, a question.</summary>
internal sealed class WireMessage : OutgoingMessage
{
    private readonly OutgoingMessage? _payload;
    private readonly (string Name, string Value)[] _headers;

    /// <param name="message">The message.</param>
    /// <param name="terms">The terms in place of the message's own.</param>
    /// <param name="hasPayload">False to send no payload and no headers of the message.</param>
    /// <param name="headers">The server's headers.</param>
    public WireMessage(OutgoingMessage message, PublishTerms? terms, bool hasPayload, params (string Name, string Value)[] headers)
    {
        Subject = message.Subject;
        MessageId = message.MessageId;
        Headers = hasPayload ? message.Headers : null;
        Terms = terms;
        Asked = terms;
        _payload = hasPayload ? message : null;
        _headers = headers;
    }

    /// <summary>The terms that a refusal is about, when they are not those of this message.</summary>
    public PublishTerms? Asked { get; init; }

    /// <summary>True when the stream answers with nothing, because more of the batch is to come.</summary>
    public bool IsBatchPart { get; init; }

    /// <summary>The subject, when it is not that of the message.</summary>
    public string WireSubject
    {
        init => Subject = value;
    }

    public void AddTo(NatsHeaders headers)
    {
        foreach (var (name, value) in _headers)
        {
            headers[name] = value;
        }
    }

    public override void WritePayload(IBufferWriter<byte> output) => _payload?.WritePayload(output);
}
