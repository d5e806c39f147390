using System.Globalization;
using System.Text.Json;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Facts;

/// <summary>Walks a payload along the facts. Every token in it is complete: that has been checked before.</summary>
internal ref partial struct PayloadView
{
    public const string Note = "$note";
    public const string Value = "$value";
    public const string Bytes = "$bytes";

    private const int DefaultMaxDepth = 1000; // of System.Text.Json
    private const int RoomForNotes = 4;

    private readonly Utf8JsonWriter _json;
    private readonly ContractFacts _facts;
    private readonly bool _quoteLargeIntegers;
    private readonly ReadOnlySpan<byte> _payload;
    private readonly int _maxDepth;
    private int _position;
    private string _scope = ""; // the contract whose parts, unions and enums are meant by their names

    public PayloadView(Utf8JsonWriter json, ContractFacts facts, bool quoteLargeIntegers, ReadOnlySpan<byte> payload)
    {
        _json = json;
        _facts = facts;
        _quoteLargeIntegers = quoteLargeIntegers;
        _payload = payload;
        var allowed = json.Options.MaxDepth == 0 ? DefaultMaxDepth : json.Options.MaxDepth;
        _maxDepth = Math.Min(json.CurrentDepth + PackLimits.MaxDepth, allowed - RoomForNotes);
    }

    private readonly byte Next => _payload[_position];

    private readonly ReadOnlySpan<byte> Rest => _payload[_position..];

    public void WriteContract(string contract) => Write(WireType.Named(contract));

    /// <summary>Writes the next value.</summary>
    /// <param name="type">Its type; null to show what its bytes say.</param>
    private void Write(WireType? type)
    {
        if (type is null || Next == Code.Nil || IsTooDeep)
        {
            WritePlain();
            return;
        }

        switch (type.Form)
        {
            case WireForm.List when Token.IsArray(Next):
                WriteList(type.Items[0]);
                break;
            case WireForm.Map when Token.IsMap(Next):
                WriteMap(type.Items[0], type.Items[1]);
                break;
            case WireForm.Tuple when Token.IsArray(Next):
                WriteTuple(type.Items);
                break;
            case WireForm.Name when WireScalars.KnownName(type.Name) is { } name:
                WriteScalar(type, name);
                break;
            case WireForm.Name:
                WriteNamed(type);
                break;
            default:
                WriteDeparture(type);
                break;
        }
    }

    private readonly Layout? Find(WireType type) => _facts.Find(_scope, type.Name);

    private void WriteNamed(WireType type)
    {
        var outer = _scope;
        _scope = FactLine.IsContract(type.Name) ? type.Name : outer;
        WriteNamed(type, Find(type));
        _scope = outer;
    }

    private void WriteNamed(WireType type, Layout? layout)
    {
        switch (layout)
        {
            case ObjectLayout @object when Token.IsArray(Next):
                WriteObject(@object);
                break;
            case MapLayout map when Token.IsMap(Next):
                WriteNamedMembers(map);
                break;
            case UnionLayout union when TryReadUnionHeader(out var tag):
                WriteUnion(union, tag);
                break;
            case EnumLayout @enum when TryReadEnum(@enum, out var scalar):
                Write(scalar);
                break;
            case ContradictoryLayout:
                WriteNoted($"there are several {type.Name}");
                break;
            case null when type.Name.StartsWith(WireType.PartPrefix, StringComparison.Ordinal) && Token.IsArray(Next):
                // A part without members has no facts.
                WriteObject(ObjectLayout.Empty);
                break;
            case null when type.Name.StartsWith(WireType.ConverterPrefix, StringComparison.Ordinal) || type.Name.AsSpan().IndexOfAny(':', '/') < 0:
                // In a form that a converter knows, or a scalar of a later version.
                WritePlain();
                break;
            case null:
                WriteNoted($"no facts about {type.Name}");
                break;
            default:
                WriteDeparture(type);
                break;
        }
    }

    private void WriteScalar(WireType type, string name)
    {
        var value = PeekValue();
        if (!WireScalars.TryRead(name, value, out var scalar))
        {
            WriteDeparture(type);
            return;
        }

        _position += value.Length;
        Write(scalar);
    }

    private readonly void Write(JsonScalar scalar) => scalar.WriteTo(_json, _quoteLargeIntegers);

    private bool TryReadEnum(EnumLayout layout, out JsonScalar scalar)
    {
        scalar = default;
        var value = PeekValue();
        if (WireScalars.KnownName(layout.Underlying) is not { } name || !WireScalars.TryRead(name, value, out scalar))
        {
            return false;
        }

        _position += value.Length;
        if (layout.Names.TryGetValue(scalar.Integer, out var member))
        {
            scalar = JsonScalar.Of(member);
        }

        return true;
    }

    private void WriteDeparture(WireType type) => WriteNoted($"expected {type}, found {TokenText.Describe(Rest)}");

    private void WriteNoted(string note)
    {
        _json.WriteStartObject();
        _json.WriteString(Note, note);
        _json.WritePropertyName(Value);
        WritePlain();
        _json.WriteEndObject();
    }

    /// <summary>The bytes of the next value with everything inside it, not consumed.</summary>
    private readonly ReadOnlySpan<byte> PeekValue()
    {
        var reader = PlainScalars.Reader(Rest);
        reader.Skip();
        return Rest[..reader.Offset];
    }

    /// <summary>Consumes the next token, of an array or a map the header, and returns how many values are inside.</summary>
    private int TakeHeader()
    {
        Token.TryMeasure(Rest, out var size, out var children);
        _position += size;
        return (int)children;
    }

    private static string Position(int key) => string.Create(CultureInfo.InvariantCulture, $"${key}");
}
