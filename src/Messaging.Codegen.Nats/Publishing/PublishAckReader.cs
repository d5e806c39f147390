using System.Buffers;
using System.Text.Json;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>
/// A stream's answer to a publish: <c>{"stream":"S","seq":1,"duplicate":true}</c>, or <c>{"error":{…}}</c>. Read on the receive loop
/// of one connection, so that the stream's name is made into a string once.
/// </summary>
internal sealed class PublishAckReader
{
    private string _stream = "";

    /// <summary>Reads an answer.</summary>
    /// <param name="payload">The JSON.</param>
    /// <param name="receipt">What the stream says.</param>
    /// <param name="error">Why it refused; null when it did not.</param>
    public void Read(in ReadOnlySequence<byte> payload, out PublishReceipt receipt, out StreamRefusal? error)
    {
        var reader = payload.IsSingleSegment ? new Utf8JsonReader(payload.FirstSpan) : new Utf8JsonReader(payload);
        ulong sequence = 0;
        var duplicate = false;
        var stream = "";
        error = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("seq"u8))
            {
                reader.Read();
                sequence = reader.GetUInt64();
            }
            else if (reader.ValueTextEquals("stream"u8))
            {
                reader.Read();
                stream = StreamName(reader);
            }
            else if (reader.ValueTextEquals("duplicate"u8))
            {
                reader.Read();
                duplicate = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                error = StreamRefusal.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        if (error is null && sequence == 0)
        {
            throw new JsonException("A publish was answered by something that is not an acknowledgement of a stream.");
        }

        receipt = new PublishReceipt(stream, sequence, duplicate);
        error = error is null ? null : error with { Stream = stream };
    }

    private string StreamName(in Utf8JsonReader reader) =>
        reader.ValueTextEquals(_stream) ? _stream : _stream = reader.GetString() ?? "";
}
