using System.Text;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints C#: indents by four spaces, ends lines with a line feed, leaves no blanks at their ends.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private Position _position = Position.Start;

    private enum Position
    {
        /// <summary>At the start, behind an opening brace or an empty line: no empty line is due.</summary>
        Start,

        Statement,

        /// <summary>Behind the closing brace of a block: an empty line is due, unless the block goes on or the outer one ends.</summary>
        BlockEnd,
    }

    /// <summary>Prints an empty line, unless it would be the first in its block or the second in a row.</summary>
    public void Line()
    {
        if (_position != Position.Start)
        {
            _text.Append('\n');
            _position = Position.Start;
        }
    }

    /// <summary>
    /// Prints one or several lines, each behind the present indentation. Their own relative indentation stays. Blocks are set off by an empty line.
    /// </summary>
    /// <param name="text">The lines, separated by line feeds; a raw string literal will do.</param>
    public void Line(string text)
    {
        if (_position == Position.BlockEnd && !text.StartsWith("else", StringComparison.Ordinal))
        {
            Line();
        }

        Print(text);
        _position = text.EndsWith("\n", StringComparison.Ordinal) ? Position.Start : Position.Statement;
    }

    private void Print(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            if (trimmed.Length > 0)
            {
                _text.Append(' ', _depth * 4).Append(trimmed);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Prints <paramref name="header"/> and an opening brace; disposing of the result prints the closing one.</summary>
    /// <param name="header">What stands above the brace.</param>
    /// <param name="end">What follows the closing brace, for example a semicolon.</param>
    public Scope Block(string header, string end = "")
    {
        Line(header);
        return Braces(end);
    }

    /// <summary>Prints an opening brace; disposing of the result prints the closing one.</summary>
    /// <param name="end">What follows the closing brace.</param>
    public Scope Braces(string end = "")
    {
        Print("{");
        _position = Position.Start;
        _depth++;
        return new Scope(this, "}" + end);
    }

    /// <summary>Indents what is printed until the result is disposed of.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, null);
    }

    public override string ToString() => _text.ToString();

    private void Close(string? end)
    {
        _depth--;
        if (end is not null)
        {
            Print(end);
            _position = Position.BlockEnd;
        }
    }

    /// <summary>The lines between two braces.</summary>
    internal readonly struct Scope(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose() => writer.Close(end);
    }
}
