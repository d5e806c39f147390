using System.Globalization;
using System.Text;

namespace Messaging.Codegen.Facts;

/// <summary>Strings in the grammar of facts: quoted, and escaped so that no blank is left, because blanks separate the words of a line.</summary>
internal static class FactText
{
    private const string Hexadecimal = "X4";

    /// <summary>Prints a string.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
            {
                quoted.Append('\\').Append(character);
            }
            else if (char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character))
            {
                quoted.Append("\\u").Append(((int)character).ToString(Hexadecimal, CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Reads a string as <see cref="Quote"/> prints it; null for anything else.</summary>
    public static string? Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[quoted.Length - 1] != '"')
        {
            return null;
        }

        var text = new StringBuilder();
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\')
            {
                text.Append(quoted[i]);
                continue;
            }

            i++;
            if (quoted[i] == 'u' && i + 4 < quoted.Length - 1
                && ushort.TryParse(quoted.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 4;
            }
            else if (i < quoted.Length - 1 && quoted[i] is '"' or '\\')
            {
                text.Append(quoted[i]);
            }
            else
            {
                return null;
            }
        }

        return text.ToString();
    }
}
