using System.Text.RegularExpressions;

namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>The table in <c>tests/mistakes/README.md</c>.</summary>
internal static partial class MistakeTable
{
    private const string Head = "| | mistake | rule | what the build says |\n|---|---|---|---|\n";

    public static string Print(IEnumerable<Mistake> mistakes) => Head + string.Concat(mistakes.Select(PrintRow));

    /// <summary>The text with another table.</summary>
    public static string Replace(string text, string table) => Table().Replace(text, _ => table, 1);

    private static string PrintRow(Mistake mistake)
    {
        var page = mistake.Page;
        var number = mistake.Name.Split('-')[0];
        var rules = string.Join(", ", page.Ids.Select(static id => $"[{id}](../../analyzers/docs/{id}.md)"));
        var message = page.Messages.Count == 0 ? "nothing; the page says why" : $"`{page.Messages[0].Replace("|", "\\|", StringComparison.Ordinal)}`";
        return $"| {number} | [{page.Title}]({mistake.Name}/mistake.md) | {rules} | {message} |\n";
    }

    [GeneratedRegex(@"\| \| mistake .*\n(\|.*\n)*")]
    private static partial Regex Table();
}
