using System.Text;

namespace Orders;

/// <summary>Splits the text of one CSV record.</summary>
internal static class CsvFields
{
    /// <summary>How far the text went.</summary>
    internal enum Result
    {
        /// <summary>It is a record.</summary>
        Complete,

        /// <summary>It ends within a quoted field: the next line belongs to it.</summary>
        OpenQuote,

        /// <summary>A quote stands within a field that did not begin with one, or something follows a closing quote.</summary>
        StrayQuote,
    }

    /// <summary>Adds the fields of <paramref name="text"/> to <paramref name="fields"/>; those before the broken one if one is.</summary>
    public static Result Split(string text, List<string> fields)
    {
        for (var position = 0; ; position++)
        {
            var result = position < text.Length && text[position] == '"'
                ? SplitQuoted(text, ref position, fields)
                : SplitPlain(text, ref position, fields);
            if (result != Result.Complete || position == text.Length)
            {
                return result;
            }
        }
    }

    private static Result SplitPlain(string text, ref int position, List<string> fields)
    {
        var comma = text.IndexOf(',', position);
        var end = comma < 0 ? text.Length : comma;
        var field = text[position..end];
        if (field.Contains('"', StringComparison.Ordinal))
        {
            return Result.StrayQuote;
        }

        fields.Add(field);
        position = end;
        return Result.Complete;
    }

    private static Result SplitQuoted(string text, ref int position, List<string> fields)
    {
        var field = new StringBuilder();
        for (position++; ; position++)
        {
            var quote = text.IndexOf('"', position);
            if (quote < 0)
            {
                return Result.OpenQuote;
            }

            field.Append(text, position, quote - position);
            position = quote + 1;
            if (position == text.Length || text[position] == ',')
            {
                fields.Add(field.ToString());
                return Result.Complete;
            }

            if (text[position] != '"')
            {
                return Result.StrayQuote;
            }

            field.Append('"');
        }
    }
}
