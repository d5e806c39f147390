using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Spells names and literals so that they mean the same in every culture and context.</summary>
internal static class Identifiers
{
    /// <summary>Contextual keywords that mean something else in some place where names are printed. The rest, such as <c>set</c>, reads better plain.</summary>
    private static readonly HashSet<string> Contextual = new(StringComparer.Ordinal)
    {
        "allows", "and", "async", "await", "dynamic", "extension", "field", "file", "from", "global", "nameof", "nint", "not", "notnull", "nuint", "or",
        "partial", "record", "required", "scoped", "unmanaged", "var", "when", "where", "with", "yield",
    };

    /// <summary>The name as code has to write it: <c>event</c> becomes <c>@event</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || Contextual.Contains(name) ? "@" + name : name;

    /// <summary>A local's or parameter's name for a member: <c>OrderId</c> becomes <c>orderId</c>, <c>URL</c> becomes <c>url</c>. Not escaped.</summary>
    public static string CamelCase(string name)
    {
        var start = name.TrimStart('_');
        if (start.Length == 0 || !char.IsLetter(start[0]))
        {
            return name;
        }

        var upper = 0;
        while (upper < start.Length && char.IsUpper(start[upper]))
        {
            upper++;
        }

        // "URLPath" keeps the capital that begins the next word.
        var lower = upper <= 1 || upper == start.Length ? upper : upper - 1;
        return start.Substring(0, lower).ToLowerInvariant() + start.Substring(lower);
    }

    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A number.</summary>
    public static string Literal(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static string Literal(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text for the inside of an XML documentation comment.</summary>
    public static string XmlText(string value) => value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
