using System.Text;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints C#: indents by four spaces, ends lines with a line feed, leaves no blanks at their ends.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Prints an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Prints one or several lines, each behind the present indentation. Their own relative indentation stays.</summary>
    /// <param name="text">The lines, separated by line feeds; a raw string literal will do.</param>
    public void Line(string text)
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
        Line("{");
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
            Line(end);
        }
    }

    /// <summary>The lines between two braces.</summary>
    internal readonly struct Scope(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose() => writer.Close(end);
    }
}
