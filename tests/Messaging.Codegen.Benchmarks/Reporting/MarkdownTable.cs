namespace Messaging.Codegen.Benchmarks.Reporting;

/// <summary>A table that reads well in a terminal too.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes the header and the rows; the first column stands to the left, the others to the right.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> lines = [header, .. rows];
        int[] widths = [.. header.Select((_, column) => lines.Max(line => line[column].Length))];
        string Line(IReadOnlyList<string> cells) =>
            "| " + string.Join(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))) + " |";

        output.WriteLine(Line(header));
        output.WriteLine("|" + string.Join("|", widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":")) + "|");
        foreach (IReadOnlyList<string> line in lines.Skip(1))
            output.WriteLine(Line(line));
        output.WriteLine();
    }
}
