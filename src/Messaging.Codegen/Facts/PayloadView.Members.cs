using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Facts;

internal ref partial struct PayloadView
{
    private void WriteObject(ObjectLayout layout)
    {
        _json.WriteStartObject();
        var count = TakeHeader();
        for (var key = 0; key < count; key++)
        {
            if (layout.Members.TryGetValue(key, out var member))
            {
                _json.WritePropertyName(member.Name);
                WriteMember(member);
            }
            else if (Next == Code.Nil)
            {
                _position++;
            }
            else
            {
                _json.WritePropertyName(Position(key));
                WritePlain();
            }
        }

        NoteMissing(layout.Members.Where(member => member.Key >= count).OrderBy(static member => member.Key).Select(static member => member.Value));
        _json.WriteEndObject();
    }

    private void WriteNamedMembers(MapLayout layout)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = false;
        _json.WriteStartObject();
        for (var count = TakeHeader(); count > 0; count -= 2)
        {
            var name = TakeKey(null);
            twice |= !seen.Add(name);
            _json.WritePropertyName(name);
            if (layout.Members.TryGetValue(name, out var member))
            {
                WriteMember(member);
            }
            else
            {
                WritePlain();
            }
        }

        if (twice)
        {
            _json.WriteString(Note, "a name comes twice");
        }

        NoteMissing(layout.Members.Where(member => !seen.Contains(member.Key)).Select(static member => member.Value));
        _json.WriteEndObject();
    }

    private void WriteMember(MemberLayout member)
    {
        if (Next == Code.Nil && member is { IsRequired: true, Type: { IsNullable: false } type })
        {
            WriteDeparture(type);
        }
        else
        {
            Write(member.Type);
        }
    }

    private readonly void NoteMissing(IEnumerable<MemberLayout> absent)
    {
        var missing = string.Join(", ", absent.Where(static member => member.IsRequired).Select(static member => member.Name));
        if (missing.Length > 0)
        {
            _json.WriteString(Note, "required, but missing: " + missing);
        }
    }

    /// <summary>Consumes the header and the tag of a union; nothing when it is none.</summary>
    private bool TryReadUnionHeader(out long tag)
    {
        tag = 0;
        Token.TryMeasure(Rest, out var size, out var children);
        if (!Token.IsArray(Next) || children != 2 || !PlainScalars.TryReadInteger(Rest[size..], out var number)
            || number < int.MinValue || number > int.MaxValue)
        {
            return false;
        }

        tag = (long)number;
        _position += size;
        _position += PeekValue().Length;
        return true;
    }

    private void WriteUnion(UnionLayout union, long tag)
    {
        _json.WriteStartObject();
        _json.WriteNumber("$case", tag);
        if (union.Cases.TryGetValue(tag, out var type) && type is not null)
        {
            _json.WriteString("$type", type.ToString());
        }
        else
        {
            _json.WriteString(Note, "unknown case");
        }

        _json.WritePropertyName(Value);
        Write(type);
        _json.WriteEndObject();
    }
}
