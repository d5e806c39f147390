using System.Buffers;
using System.Text.Json;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>Listens to the acknowledgements of all publishes of a connection.</summary>
internal sealed class AckInbox : NatsSubBase
{
    private readonly PublishAckReader _reader = new();
    private readonly int _prefixLength;
    private readonly PublishWindow _window;
    private readonly NatsLog _log;

    public AckInbox(NatsLink link, string inbox, PublishWindow window, NatsLog log)
        : base(link.Connection, link.Connection.SubscriptionManager, $"{inbox}.*", null, null)
    {
        _prefixLength = inbox.Length + 1;
        _window = window;
        _log = log;
    }

    /// <summary>Takes one acknowledgement. An exception would stop the client's receive loop for everybody.</summary>
    public override ValueTask ReceiveAsync(string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer)
    {
        try
        {
            if (PublishSlot.TryParse(subject.AsSpan(_prefixLength), out var index, out var generation))
            {
                Answer(index, generation, headersBuffer, payloadBuffer);
            }
        }
        catch (Exception e)
        {
            _log.AckUnreadable(e);
        }

        return default;
    }

    protected override ValueTask ReceiveInternalAsync(
        string subject, string? replyTo, ReadOnlySequence<byte>? headersBuffer, ReadOnlySequence<byte> payloadBuffer) =>
        ReceiveAsync(subject, replyTo, headersBuffer, payloadBuffer);

    protected override void TryComplete()
    {
    }

    private void Answer(int index, int generation, ReadOnlySequence<byte>? headers, in ReadOnlySequence<byte> payload)
    {
        if (payload.IsEmpty && headers is { } block && StatusLine.TryParse(block, out var status) && status.Code == StatusLine.NoResponders)
        {
            _window.Answer(index, generation, default, static message => new PublishException(
                PublishFailure.NoStream, message.Subject, "No stream stores this subject, or JetStream or the stream's leader is not available."));
            return;
        }

        if (payload.IsEmpty && headers is null)
        {
            // What a stream says to a part of a batch that is not its last one.
            _window.Answer(index, generation, default, static message => message is WireMessage { IsBatchPart: true } ? null : Stranger(message, null));
            return;
        }

        PublishReceipt receipt;
        StreamRefusal? refusal;
        try
        {
            _reader.Read(payload, out receipt, out refusal);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            _window.Answer(index, generation, default, message => Stranger(message, e));
            return;
        }

        _window.Answer(index, generation, receipt, refusal is null ? null : refusal.ToException);
    }

    private static PublishException Stranger(OutgoingMessage message, Exception? e) => new(
        PublishFailure.NoStream, message.Subject, "Somebody answered who is not a stream: a responder listens to this subject.", e)
    {
        IsTransient = false,
    };
}
