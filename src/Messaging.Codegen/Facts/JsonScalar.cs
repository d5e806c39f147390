using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Messaging.Codegen.Facts;

/// <summary>A value that is one JSON token, and can also be the name of a property.</summary>
internal readonly struct JsonScalar
{
    private const ulong MaxExactInteger = (1UL << 53) - 1; // of a JavaScript number

    private readonly Kind _kind;
    private readonly Int128 _integer;
    private readonly double _float;
    private readonly string? _text;

    private JsonScalar(Kind kind, Int128 integer = default, double @float = default, string? text = null)
    {
        _kind = kind;
        _integer = integer;
        _float = @float;
        _text = text;
    }

    private enum Kind
    {
        Null,
        False,
        True,
        Integer,
        Single,
        Double,
        Digits,
        Text,
    }

    public static JsonScalar Null => default;

    /// <summary>The number; 0 when it is no integer.</summary>
    public Int128 Integer => _integer;

    public static JsonScalar Of(bool value) => new(value ? Kind.True : Kind.False);

    public static JsonScalar Of(Int128 value) => new(Kind.Integer, integer: value);

    public static JsonScalar Of(BigInteger value) => new(Kind.Digits, text: value.ToString(CultureInfo.InvariantCulture));

    public static JsonScalar Of(float value) => float.IsFinite(value) ? new(Kind.Single, @float: value) : Of(NotFinite(value));

    public static JsonScalar Of(double value) => double.IsFinite(value) ? new(Kind.Double, @float: value) : Of(NotFinite(value));

    public static JsonScalar Of(string value) => new(Kind.Text, text: value);

    /// <summary>Writes the value. An integer needs at most 64 bits.</summary>
    public void WriteTo(Utf8JsonWriter json, bool quoteLargeIntegers)
    {
        switch (_kind)
        {
            case Kind.Null:
                json.WriteNullValue();
                break;
            case Kind.False or Kind.True:
                json.WriteBooleanValue(_kind == Kind.True);
                break;
            case Kind.Integer when quoteLargeIntegers && Int128.Abs(_integer) > MaxExactInteger:
                json.WriteStringValue(ToString());
                break;
            case Kind.Integer when _integer < 0:
                json.WriteNumberValue((long)_integer);
                break;
            case Kind.Integer:
                json.WriteNumberValue((ulong)_integer);
                break;
            case Kind.Digits when !quoteLargeIntegers:
                json.WriteRawValue(_text!);
                break;
            case Kind.Single:
                json.WriteNumberValue((float)_float);
                break;
            case Kind.Double:
                json.WriteNumberValue(_float);
                break;
            default:
                json.WriteStringValue(_text);
                break;
        }
    }

    /// <summary>The value as a property's name.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Null => "null",
        Kind.False => "false",
        Kind.True => "true",
        Kind.Integer => _integer.ToString(CultureInfo.InvariantCulture),
        Kind.Single => ((float)_float).ToString(CultureInfo.InvariantCulture),
        Kind.Double => _float.ToString(CultureInfo.InvariantCulture),
        _ => _text!,
    };

    // The names that System.Text.Json and JavaScript have for them.
    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
