namespace Messaging.Codegen.Facts;

/// <summary>
/// How a value travels, in the grammar of facts: a name (<c>i32</c>, <c>part:OrderLine</c>, <c>orders.placed/v1</c>), a list <c>[T]</c>, a map <c>{K:V}</c> or
/// a tuple <c>(A,B)</c>, each with <c>?</c> behind it when nil is a value.
/// </summary>
/// <param name="Form">Which of these.</param>
/// <param name="Name">The name, or empty.</param>
/// <param name="Items">The types inside, in their order; empty for a name.</param>
/// <param name="IsNullable">True with <c>?</c>.</param>
internal sealed record WireType(WireForm Form, string Name, IReadOnlyList<WireType> Items, bool IsNullable)
{
    public const string PartPrefix = "part:";
    public const string UnionPrefix = "union:";
    public const string EnumPrefix = "enum:";
    public const string ConverterPrefix = "converter:";

    private const int MaxDepth = 64;
    private const string Punctuation = "[]{}(),:?";

    public static string ListOf(string element) => "[" + element + "]";

    public static string MapOf(string key, string value) => "{" + key + ":" + value + "}";

    public static string TupleOf(IEnumerable<string> items) => "(" + string.Join(",", items) + ")";

    public static string NullableOf(string type) => type + "?";

    /// <summary>A type that is only a name.</summary>
    public static WireType Named(string name) => new(WireForm.Name, name, [], false);

    /// <summary>Reads a type as <see cref="ToString"/> prints it; null for anything else.</summary>
    public static WireType? Parse(string text)
    {
        var at = 0;
        var type = Read(text, ref at, 0);
        return at == text.Length ? type : null;
    }

    public override string ToString()
    {
        var text = Form switch
        {
            WireForm.List => ListOf(Items[0].ToString()),
            WireForm.Map => MapOf(Items[0].ToString(), Items[1].ToString()),
            WireForm.Tuple => TupleOf(Items.Select(static item => item.ToString())),
            _ => Name,
        };
        return IsNullable ? NullableOf(text) : text;
    }

    private static WireType? Read(string text, ref int at, int depth)
    {
        if (depth == MaxDepth || at == text.Length)
        {
            return null;
        }

        var type = text[at] switch
        {
            '[' => ReadItems(text, ref at, depth, WireForm.List, '\0', ']'),
            '{' => ReadItems(text, ref at, depth, WireForm.Map, ':', '}'),
            '(' => ReadItems(text, ref at, depth, WireForm.Tuple, ',', ')'),
            _ => ReadName(text, ref at) is { Length: > 0 } name ? Named(name) : null,
        };
        return type is not null && Accept(text, ref at, '?') ? type with { IsNullable = true } : type;
    }

    private static WireType? ReadItems(string text, ref int at, int depth, WireForm form, char separator, char end)
    {
        at++;
        var items = new List<WireType>();
        do
        {
            if (Read(text, ref at, depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (Accept(text, ref at, separator));

        var isComplete = Accept(text, ref at, end) && (form == WireForm.Tuple || items.Count == (form == WireForm.List ? 1 : 2));
        return isComplete ? new WireType(form, "", items, false) : null;
    }

    private static string ReadName(string text, ref int at)
    {
        var start = at;
        foreach (var prefix in (string[])[PartPrefix, UnionPrefix, EnumPrefix, ConverterPrefix])
        {
            if (string.CompareOrdinal(text, start, prefix, 0, prefix.Length) == 0)
            {
                at += prefix.Length;
            }
        }

        var name = at;
        while (at < text.Length && Punctuation.IndexOf(text[at]) < 0)
        {
            at++;
        }

        return at == name ? "" : text.Substring(start, at - start);
    }

    private static bool Accept(string text, ref int at, char expected)
    {
        var isThere = at < text.Length && text[at] == expected;
        at += isThere ? 1 : 0;
        return isThere;
    }
}

/// <summary>The forms of a <see cref="WireType"/>.</summary>
internal enum WireForm
{
    Name,
    List,
    Map,
    Tuple,
}
