using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Facts;

/// <summary>
/// Shows payloads as JSON with the names that the facts give: for people and tools that do not have the contract's type. It is a view, not a format to
/// read messages from.
/// </summary>
/// <remarks>
/// <para>
/// Members have their names, in the order of their keys, and in a map the names that it has on the wire; nil is <c>null</c>. Slots that the facts do not know are left out when nil, else they are named
/// after their position, <c>"$3"</c>. An enum's number is its name, or the number when it has none. A union is
/// <c>{"$case": 1, "$type": "part:Transfer", "$value": …}</c>. Texts that are more than text on the wire (Guid, decimal, times in ISO 8601, durations as
/// <c>d.hh:mm:ss.fffffff</c>) are strings, binary data is base64, floats that JSON does not have are <c>"NaN"</c>, <c>"Infinity"</c> and
/// <c>"-Infinity"</c>, and an extension is <c>{"$ext": 5, "$bytes": …}</c>. A map whose keys are no scalars is an array of pairs.
/// </para>
/// <para>
/// Nothing is thrown away: where the payload departs from the facts, or there are none, stands <c>{"$note": …, "$value": …}</c> with the value as its own
/// bytes show it; required members that are missing are listed in a <c>"$note"</c> of their object.
/// </para>
/// Safe for several threads.
/// </remarks>
/// <param name="facts">The contracts; not null.</param>
public sealed class PayloadJson(ContractFacts facts)
{
    private static readonly JsonWriterOptions ForPeople = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ContractFacts _facts = facts ?? throw new ArgumentNullException(nameof(facts));

    /// <summary>True to write integers beyond 2^53, which JavaScript would round, as strings. They are numbers by default.</summary>
    public bool QuoteLargeIntegers { get; init; }

    /// <summary>Writes the view of a payload as one JSON value.</summary>
    /// <param name="json">Receives it; not null. Nothing is written when an exception is thrown.</param>
    /// <param name="contract">The contract's identity, <c>orders.placed/v1</c>; not null. One that the facts do not know is shown without names.</param>
    /// <param name="payload">The message's bytes.</param>
    /// <exception cref="MessageFormatException">The bytes break off inside of a value, or are no MessagePack.</exception>
    public void Write(Utf8JsonWriter json, string contract, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(contract);
        var reader = new PackReader(payload, contract);
        reader.Skip();
        var view = new PayloadView(json, _facts, QuoteLargeIntegers, payload[..reader.Offset]);
        if (reader.End)
        {
            view.WriteContract(contract);
            return;
        }

        json.WriteStartObject();
        json.WriteString(PayloadView.Note, "bytes follow the message");
        json.WritePropertyName(PayloadView.Value);
        view.WriteContract(contract);
        json.WriteBase64String(PayloadView.Bytes, payload[reader.Offset..]);
        json.WriteEndObject();
    }

    /// <summary>Writes the view of a payload as one JSON value; several segments are first copied into one.</summary>
    /// <param name="json">Receives it; not null. Nothing is written when an exception is thrown.</param>
    /// <param name="contract">The contract's identity; not null. One that the facts do not know is shown without names.</param>
    /// <param name="payload">The message's bytes.</param>
    /// <exception cref="MessageFormatException">The bytes break off inside of a value, or are no MessagePack.</exception>
    public void Write(Utf8JsonWriter json, string contract, in ReadOnlySequence<byte> payload) =>
        Write(json, contract, payload.IsSingleSegment ? payload.FirstSpan : payload.ToArray());

    /// <summary>Makes a payload of its view, perhaps of a changed one: for corrections by hand. Members that are left out are written as nil.</summary>
    /// <param name="contract">The contract's identity; not null.</param>
    /// <param name="json">The view; not null.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">
    /// It does not fit the contract, or has values whose type the facts do not tell, such as those of converters; the message says where.
    /// </exception>
    public byte[] Encode(string contract, string json)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = PackLimits.MaxDepth });
        var payload = new PayloadEncoder(_facts).Encode(contract, document.RootElement);
        return FindNote(contract, payload) is { } note ? throw new FormatException($"The message would not be readable: {note}.") : payload;
    }

    /// <summary>The view of a payload as indented text for people. It is not escaped for HTML.</summary>
    /// <param name="contract">The contract's identity; not null. One that the facts do not know is shown without names.</param>
    /// <param name="payload">The message's bytes.</param>
    /// <exception cref="MessageFormatException">The bytes break off inside of a value, or are no MessagePack.</exception>
    public string Format(string contract, ReadOnlySpan<byte> payload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ForPeople))
        {
            Write(json, contract, payload);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What the view of a payload remarks on, or null.</summary>
    private string? FindNote(string contract, byte[] payload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, contract, payload);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = PackLimits.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(PayloadView.Note))
            {
                reader.Read();
                return reader.GetString();
            }
        }

        return null;
    }
}
