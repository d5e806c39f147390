using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>System.Text.Json with generated metadata, a writer that is used again and text escaped only where it must be.</summary>
internal static class SystemTextJson
{
    public const string Name = "json";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly Utf8JsonWriter Writer = new(new ReusableBuffer(), WriterOptions);

    public static Contestant Create() => new Contestant(Name)
        .Add(
            AllPayloads.Small,
            static (output, value) => Write(output, value, PayloadJson.Default.SmallEvent),
            static payload => JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.SmallEvent)!,
            static (in ReadOnlySequence<byte> payload) => Read(payload, PayloadJson.Default.SmallEvent))
        .Add(
            AllPayloads.Order,
            static (output, value) => Write(output, value, PayloadJson.Default.Order),
            static payload => JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.Order)!,
            static (in ReadOnlySequence<byte> payload) => Read(payload, PayloadJson.Default.Order))
        .Add(
            AllPayloads.Strings,
            static (output, value) => Write(output, value, PayloadJson.Default.Article),
            static payload => JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.Article)!,
            static (in ReadOnlySequence<byte> payload) => Read(payload, PayloadJson.Default.Article))
        .Add(
            AllPayloads.Arrays,
            static (output, value) => Write(output, value, PayloadJson.Default.Readings),
            static payload => JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.Readings)!,
            static (in ReadOnlySequence<byte> payload) => Read(payload, PayloadJson.Default.Readings))
        .Add(
            AllPayloads.Dictionary,
            static (output, value) => Write(output, value, PayloadJson.Default.Inventory),
            static payload => JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.Inventory)!,
            static (in ReadOnlySequence<byte> payload) => Read(payload, PayloadJson.Default.Inventory))
        .Add(
            AllPayloads.Union,
            static (output, value) => Write(output, value, PayloadJson.Default.Ledger),
            static payload => JsonSerializer.Deserialize(payload.Span, PayloadJson.Default.Ledger)!,
            static (in ReadOnlySequence<byte> payload) => Read(payload, PayloadJson.Default.Ledger));

    private static void Write<T>(ReusableBuffer output, T value, JsonTypeInfo<T> type)
    {
        Writer.Reset(output);
        JsonSerializer.Serialize(Writer, value, type);
    }

    private static T Read<T>(in ReadOnlySequence<byte> payload, JsonTypeInfo<T> type)
    {
        var reader = new Utf8JsonReader(payload);
        return JsonSerializer.Deserialize(ref reader, type)!;
    }
}
