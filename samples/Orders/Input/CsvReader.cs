using System.Text;

namespace Orders;

/// <summary>
/// Reads CSV as RFC 4180 has it: comma, fields in double quotes may hold commas, doubled quotes and line breaks. A record that is
/// broken does not take others with it: after a quote that nobody closes, reading goes on in the next line.
/// </summary>
/// <param name="reader">The file.</param>
internal sealed class CsvReader(TextReader reader)
{
    /// <summary>A quoted field that goes on for longer is taken for one that nobody closed.</summary>
    private const int MaxLinesPerRecord = 50;

    private readonly Stack<string> _ahead = new();
    private int _line;

    /// <summary>Reads the records one by one; empty lines are none.</summary>
    public IEnumerable<CsvRecord> Read()
    {
        while (NextLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return ReadRecord(line);
            }
        }
    }

    private CsvRecord ReadRecord(string line)
    {
        var first = _line;
        var more = new List<string>();
        var record = new StringBuilder(line);
        var fields = new List<string>();
        CsvFields.Result result;
        while ((result = CsvFields.Split(record.ToString(), fields)) == CsvFields.Result.OpenQuote
            && more.Count < MaxLinesPerRecord && NextLine() is { } next)
        {
            more.Add(next);
            record.Append('\n').Append(next);
            fields.Clear();
        }

        if (result == CsvFields.Result.Complete)
        {
            return new CsvRecord(first, fields, null);
        }

        // A quote that closes in a later line, but wrongly, was never closed in this one.
        var isUnclosed = result == CsvFields.Result.OpenQuote || more.Count > 0;
        Unread(more);
        return new CsvRecord(first, [], isUnclosed
            ? $"the quote of field {fields.Count + 1} is not closed"
            : $"field {fields.Count + 1} has a double quote where none may be");
    }

    private string? NextLine()
    {
        var line = _ahead.TryPop(out var read) ? read : reader.ReadLine();
        if (line is not null)
        {
            _line++;
        }

        return line;
    }

    private void Unread(List<string> lines)
    {
        _line -= lines.Count;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            _ahead.Push(lines[i]);
        }
    }
}
