using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Facts;

internal ref partial struct PayloadView
{
    private readonly bool IsTooDeep => _json.CurrentDepth >= _maxDepth;

    /// <summary>Writes the next value as its own bytes show it.</summary>
    private void WritePlain()
    {
        var isArray = Token.IsArray(Next);
        if (!isArray && !Token.IsMap(Next))
        {
            WriteToken();
        }
        else if (IsTooDeep)
        {
            var value = PeekValue();
            _position += value.Length;
            _json.WriteStartObject();
            _json.WriteString(Note, "nested too deeply");
            _json.WriteBase64String(Bytes, value);
            _json.WriteEndObject();
        }
        else if (isArray)
        {
            WriteList(null);
        }
        else
        {
            WriteProperties(null, null);
        }
    }

    private void WriteToken()
    {
        Token.TryMeasure(Rest, out var size, out _);
        var token = _payload.Slice(_position, size);
        _position += size;
        if (PlainScalars.TryRead(token, out var scalar))
        {
            Write(scalar);
            return;
        }

        var header = token[0] switch
        {
            Code.Ext8 => 3,
            Code.Ext16 => 4,
            Code.Ext32 => 6,
            _ => 2,
        };
        _json.WriteStartObject();
        _json.WriteNumber("$ext", (sbyte)token[header - 1]);
        _json.WriteBase64String(Bytes, token[header..]);
        _json.WriteEndObject();
    }

    private void WriteList(WireType? element)
    {
        _json.WriteStartArray();
        for (var count = TakeHeader(); count > 0; count--)
        {
            Write(element);
        }

        _json.WriteEndArray();
    }

    private void WriteTuple(IReadOnlyList<WireType> items)
    {
        _json.WriteStartArray();
        var count = TakeHeader();
        for (var i = 0; i < count; i++)
        {
            Write(i < items.Count ? items[i] : null);
        }

        _json.WriteEndArray();
    }

    private void WriteMap(WireType key, WireType value)
    {
        if (key.Form == WireForm.Name && (WireScalars.KnownName(key.Name) is not null || Find(key) is EnumLayout))
        {
            WriteProperties(key, value);
            return;
        }

        _json.WriteStartArray();
        for (var count = TakeHeader(); count > 0; count -= 2)
        {
            _json.WriteStartArray();
            Write(key);
            Write(value);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    private void WriteProperties(WireType? key, WireType? value)
    {
        _json.WriteStartObject();
        for (var count = TakeHeader(); count > 0; count -= 2)
        {
            _json.WritePropertyName(TakeKey(key));
            Write(value);
        }

        _json.WriteEndObject();
    }

    /// <summary>The next value as a property's name; what is no scalar as <c>$</c> and the base64 of its bytes.</summary>
    private string TakeKey(WireType? type)
    {
        JsonScalar scalar = default;
        if (type is not null && Next != Code.Nil && Find(type) is EnumLayout @enum && TryReadEnum(@enum, out scalar))
        {
            return scalar.ToString();
        }

        var value = PeekValue();
        _position += value.Length;
        var isTyped = type is not null && value[0] != Code.Nil && WireScalars.KnownName(type.Name) is { } name
            && WireScalars.TryRead(name, value, out scalar);
        return isTyped || PlainScalars.TryRead(value, out scalar) ? scalar.ToString() : "$" + Convert.ToBase64String(value);
    }
}
