using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Facts;

/// <summary>
/// Writes payloads from the JSON that <see cref="PayloadView"/> makes of them. What that shows without a type, because the facts give none, is refused: it
/// could be bytes or text, and a guess would change the message.
/// </summary>
internal sealed class PayloadEncoder(ContractFacts facts)
{
    /// <summary>Encodes a contract.</summary>
    /// <exception cref="FormatException">The JSON does not fit the contract; the message says where and why.</exception>
    public byte[] Encode(string contract, JsonElement json)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PackWriter(output);
        Write(ref writer, WireType.Named(contract), json, contract, "$");
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static FormatException Wrong(string path, string problem) => new($"{path}: {problem}");

    private void Write(ref PackWriter writer, WireType? type, JsonElement value, string scope, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            writer.WriteNil();
            return;
        }

        switch (type)
        {
            case null:
                throw Wrong(path, "nothing is known about its type");
            case { Form: WireForm.List }:
                Expect(value, JsonValueKind.Array, type, path);
                writer.WriteArrayHeader(value.GetArrayLength());
                WriteItems(ref writer, value, _ => type.Items[0], scope, path);
                break;
            case { Form: WireForm.Tuple }:
                Expect(value, JsonValueKind.Array, type, path);
                writer.WriteArrayHeader(value.GetArrayLength());
                WriteItems(ref writer, value, index => index < type.Items.Count ? type.Items[index] : null, scope, path);
                break;
            case { Form: WireForm.Map }:
                WriteMap(ref writer, type, value, scope, path);
                break;
            case { } when WireScalars.KnownName(type.Name) is { } scalar:
                WriteScalar(ref writer, scalar, Text(value, type, path), path);
                break;
            default:
                WriteNamed(ref writer, type, value, FactLine.IsContract(type.Name) ? type.Name : scope, path);
                break;
        }
    }

    private void WriteItems(ref PackWriter writer, JsonElement values, Func<int, WireType?> type, string scope, string path)
    {
        var index = 0;
        foreach (var value in values.EnumerateArray())
        {
            Write(ref writer, type(index), value, scope, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
            index++;
        }
    }

    private void WriteNamed(ref PackWriter writer, WireType type, JsonElement value, string scope, string path)
    {
        switch (facts.Find(scope, type.Name))
        {
            case ObjectLayout layout:
                WriteObject(ref writer, layout, value, type, scope, path);
                break;
            case MapLayout layout:
                Expect(value, JsonValueKind.Object, type, path);
                writer.WriteMapHeader(value.EnumerateObject().Count());
                foreach (var property in value.EnumerateObject())
                {
                    writer.Write(property.Name);
                    Write(ref writer, layout.Members.GetValueOrDefault(property.Name)?.Type, property.Value, scope, $"{path}.{property.Name}");
                }

                break;
            case UnionLayout layout:
                WriteUnion(ref writer, layout, value, type, scope, path);
                break;
            case EnumLayout layout:
                WriteEnum(ref writer, layout, Text(value, type, path), path);
                break;
            case null when type.Name.StartsWith(WireType.PartPrefix, StringComparison.Ordinal):
                WriteObject(ref writer, ObjectLayout.Empty, value, type, scope, path);
                break;
            default:
                throw Wrong(path, $"nothing is known about {type.Name}");
        }
    }

    private void WriteObject(ref PackWriter writer, ObjectLayout layout, JsonElement value, WireType type, string scope, string path)
    {
        Expect(value, JsonValueKind.Object, type, path);
        var values = value.EnumerateObject().ToDictionary(static property => property.Name, static property => property.Value, StringComparer.Ordinal);
        var count = layout.Members.Count == 0 ? 0 : layout.Members.Keys.Max() + 1;
        writer.WriteArrayHeader(count);
        for (var key = 0; key < count; key++)
        {
            if (layout.Members.GetValueOrDefault(key) is { } member && values.Remove(member.Name, out var item))
            {
                Write(ref writer, member.Type, item, scope, $"{path}.{member.Name}");
            }
            else
            {
                writer.WriteNil();
            }
        }

        if (values.Count > 0)
        {
            throw Wrong($"{path}.{values.Keys.First()}", $"{type.Name} has no such member");
        }
    }

    private void WriteUnion(ref PackWriter writer, UnionLayout layout, JsonElement value, WireType type, string scope, string path)
    {
        Expect(value, JsonValueKind.Object, type, path);
        if (!value.TryGetProperty("$case", out var tag) || !tag.TryGetInt32(out var number) || !layout.Cases.TryGetValue(number, out var @case)
            || !value.TryGetProperty(PayloadView.Value, out var body))
        {
            throw Wrong(path, $"a case of {type.Name} is written {{\"$case\": 1, \"{PayloadView.Value}\": …}}");
        }

        writer.WriteUnionHeader(number);
        Write(ref writer, @case, body, scope, path);
    }

    private void WriteMap(ref PackWriter writer, WireType type, JsonElement value, string scope, string path)
    {
        var (key, item) = (type.Items[0], type.Items[1]);
        if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteMapHeader(value.GetArrayLength());
            foreach (var pair in value.EnumerateArray())
            {
                WriteItems(ref writer, pair, index => index == 0 ? key : item, scope, path);
            }

            return;
        }

        Expect(value, JsonValueKind.Object, type, path);
        writer.WriteMapHeader(value.EnumerateObject().Count());
        foreach (var property in value.EnumerateObject())
        {
            if (facts.Find(scope, key.Name) is EnumLayout @enum)
            {
                WriteEnum(ref writer, @enum, property.Name, path);
            }
            else
            {
                WriteScalar(ref writer, WireScalars.KnownName(key.Name) ?? throw Wrong(path, $"{key} is no name of a property"), property.Name, path);
            }

            Write(ref writer, item, property.Value, scope, $"{path}.{property.Name}");
        }
    }

    private static void WriteEnum(ref PackWriter writer, EnumLayout layout, string text, string path)
    {
        foreach (var (number, name) in layout.Names)
        {
            if (name == text)
            {
                text = number.ToString(CultureInfo.InvariantCulture);
            }
        }

        WriteScalar(ref writer, WireScalars.KnownName(layout.Underlying) ?? layout.Underlying, text, path);
    }

    private static void WriteScalar(ref PackWriter writer, string name, string text, string path)
    {
        try
        {
            ScalarEncoder.Write(ref writer, name, text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new FormatException($"{path}: '{text}' is no {name}", e);
        }
    }

    private static void Expect(JsonElement value, JsonValueKind kind, WireType type, string path)
    {
        if (value.ValueKind != kind)
        {
            throw Wrong(path, $"{type} is written as an {kind}, not as a {value.ValueKind}");
        }
    }

    private static string Text(JsonElement value, WireType type, string path) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw Wrong(path, $"{type} is one value, not an {value.ValueKind}"),
    };
}
