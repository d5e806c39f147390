using System.Globalization;
using System.Text;

namespace Messaging.Codegen;

/// <summary>
/// The text of idempotency keys, the same in every culture and before and after a round trip. Emitted code calls it. Different values of a type have
/// different texts, and the texts consist of printable ASCII characters, because a key travels in a header.
/// </summary>
public static class MessageKey
{
    private const char Separator = '|';
    private const char Escape = '%';

    /// <summary>The text itself; <c>%</c>, <c>|</c> and what is no printable ASCII character as <c>%</c> and two hexadecimal digits per UTF-8 byte.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(string? value)
    {
        if (value is null)
        {
            return null;
        }

        foreach (var c in value)
        {
            if (!IsPlain(c))
            {
                return FormatEscaped(value);
            }
        }

        return value;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(bool? value) => value is { } b ? (b ? "true" : "false") : null;

    /// <summary>The character as a string of one.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(char? value) => Format(value?.ToString());

    /// <summary>Decimal digits, with a minus sign where needed.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(ulong? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that gives the same number again.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(float? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The shortest text that gives the same number again.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The digits with their scale: 1.5 and 1.50 differ.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>36 lower-case characters with hyphens.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(Guid? value) => value?.ToString("D");

    /// <summary>ISO 8601 to 100 ns. Local times are converted to UTC and unspecified ones taken as UTC, as on the wire.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(DateTime? value) =>
        value is { } time
            ? (time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToString("O", CultureInfo.InvariantCulture)
            : null;

    /// <summary>ISO 8601 to 100 ns, with its offset.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(DateTimeOffset? value) => value?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The constant format <c>d.hh:mm:ss.fffffff</c>.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(TimeSpan? value) => value?.ToString("c", CultureInfo.InvariantCulture);

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(DateOnly? value) => value?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary><c>HH:mm:ss.fffffff</c>.</summary>
    /// <param name="value">The value; null gives null.</param>
    public static string? Format(TimeOnly? value) => value?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>One key of several parts, separated by <c>|</c>. Different parts give different keys; a null part is a single <c>%</c>.</summary>
    /// <param name="parts">Results of <see cref="Format(string)"/> and its overloads.</param>
    public static string Join(params ReadOnlySpan<string?> parts)
    {
        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                key.Append(Separator);
            }

            key.Append(parts[i] ?? "%");
        }

        return key.ToString();
    }

    private static bool IsPlain(char c) => c is > ' ' and <= '~' and not (Separator or Escape);

    private static string FormatEscaped(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (IsPlain((char)b))
            {
                text.Append((char)b);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{Escape}{b:X2}");
            }
        }

        return text.ToString();
    }
}
