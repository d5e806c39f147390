using System.Text;

namespace Messaging.Codegen;

/// <summary>
/// The text of a subject token. The generator compiles this very file, so that a filter that it works out at compile time is escaped as the
/// publisher escapes the value at run time.
/// </summary>
internal static class SubjectEscaping
{
    /// <summary>The token of an empty string: a single percent sign, which no escape can be.</summary>
    public const string Empty = "%";

    /// <summary>True for the characters that stand for themselves.</summary>
    public static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '~';

    /// <summary>
    /// The token for <paramref name="value"/>: letters, digits, <c>-</c>, <c>_</c> and <c>~</c> as they are, each byte of everything else
    /// (in UTF-8) as <c>%</c> and two upper-case hexadecimal digits. Different values have different tokens.
    /// </summary>
    /// <param name="value">The value, without lone surrogates: those have no UTF-8 form and become U+FFFD.</param>
    public static string Escape(string value)
    {
        if (value.Length == 0)
        {
            return Empty;
        }

        var plain = 0;
        while (plain < value.Length && IsPlain(value[plain]))
        {
            plain++;
        }

        return plain == value.Length ? value : EscapeFrom(value, plain);
    }

    private static string EscapeFrom(string value, int start)
    {
        const string Hex = "0123456789ABCDEF";
        var token = new StringBuilder(value.Length + 8).Append(value, 0, start);
        foreach (var b in Encoding.UTF8.GetBytes(value.Substring(start)))
        {
            if (b < 0x80 && IsPlain((char)b))
            {
                token.Append((char)b);
            }
            else
            {
                token.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 0xf]);
            }
        }

        return token.ToString();
    }
}
