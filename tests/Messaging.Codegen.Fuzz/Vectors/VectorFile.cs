using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Fuzz.Vectors;

/// <summary>Prints vectors, one a line, the same bytes on every machine.</summary>
internal static class VectorFile
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteAll(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string file, IReadOnlyList<Vector> vectors) in VectorSets.All())
            File.WriteAllText(Path.Combine(folder, file), Print(vectors));
    }

    public static string Print(IReadOnlyList<Vector> vectors)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"contract\": \"").Append(vectors[0].Contract.Contract.Identity).Append("\",\n  \"vectors\": [\n    ");
        text.AppendJoin(",\n    ", vectors.Select(Line));
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static string Line(Vector vector)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", vector.Name);
            json.WriteString("hex", Convert.ToHexStringLower(vector.Payload));
            json.WritePropertyName("value");
            LogicalValue.Write(json, PayloadNode.Parse(vector.Payload));
            if (vector.Refusal is { } refusal)
                Write(json, refusal);
            else if (!vector.Payload.AsSpan().SequenceEqual(vector.Writes))
                json.WriteString("writes", Convert.ToHexStringLower(vector.Writes!));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Write(Utf8JsonWriter json, MessageFormatException refusal)
    {
        json.WriteStartObject("refused");
        json.WriteString("at", refusal.KeyPath);
        json.WriteNumber("offset", refusal.Offset);
        json.WriteString("expected", refusal.Expected);
        json.WriteString("found", refusal.Found);
        json.WriteEndObject();
    }
}
