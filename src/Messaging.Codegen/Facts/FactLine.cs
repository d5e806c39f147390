namespace Messaging.Codegen.Facts;

/// <summary>
/// One line of the grammar that baselines, assembly attributes and tools share: <c>orders.placed/v1 key 000 OrderId uuid.str!    # CLR …</c>.
/// Neither head nor kind contain blanks. The generator's assembly compiles this file and its neighbours too: there is one parser and one printer.
/// </summary>
/// <param name="Head">
/// What the line is about: a contract's identity <c>orders.placed/v1</c>, a type that it is made of <c>orders.placed/v1/part:OrderLine</c>,
/// <c>stream:ORDERS</c>, <c>consumer:billing</c>. Types are told apart within their contract only, because they may be renamed and moved at any time.
/// </param>
/// <param name="Kind">What it says, for example <c>subject</c>.</param>
/// <param name="Value">The rest, with single blanks between its words; may be empty.</param>
/// <param name="Clr">The name in the code, which comparisons ignore; may be empty.</param>
internal sealed record FactLine(string Head, string Kind, string Value, string Clr = "")
{
    public const string StreamPrefix = "stream:";
    public const string ConsumerPrefix = "consumer:";
    private const char Separator = '/';
    private const string ClrMark = "    # CLR ";

    /// <summary>The contract that the line is about, itself or in one of its types; null for streams and consumers.</summary>
    public string? Contract =>
        Head.IndexOf(':') is var colon and >= 0
            ? Head.LastIndexOf(Separator, colon) is var end and > 0 ? Head.Substring(0, end) : null
            : Head;

    /// <summary>The words of <see cref="Value"/>.</summary>
    public string[] Words => Value.Length == 0 ? [] : Value.Split(' ');

    /// <summary>Reads a line as <see cref="ToString"/> prints it; null when it is none.</summary>
    public static FactLine? Parse(string line)
    {
        var mark = line.IndexOf(ClrMark, StringComparison.Ordinal);
        var clr = mark < 0 ? "" : line.Substring(mark + ClrMark.Length);
        var words = (mark < 0 ? line : line.Substring(0, mark)).Split([' '], 3);
        return words.Length < 2 || words[0].Length == 0 || words[1].Length == 0
            ? null
            : new FactLine(words[0], words[1], words.Length == 3 ? words[2] : "", clr);
    }

    /// <summary>True for the identity of a contract, false for the name of a type inside of one.</summary>
    public static bool IsContract(string name) => name.IndexOf(Separator) > 0 && name.IndexOf(':') < 0;

    /// <summary>The head of lines about a type inside of a contract.</summary>
    /// <param name="contract">The contract's identity.</param>
    /// <param name="type">The type's name: <c>part:OrderLine</c>.</param>
    public static string Inside(string contract, string type) => contract + Separator + type;

    public override string ToString() =>
        Head + " " + Kind + (Value.Length == 0 ? "" : " " + Value) + (Clr.Length == 0 ? "" : ClrMark + Clr);
}
