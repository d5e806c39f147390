using System.Text.RegularExpressions;

namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>
/// A page about a mistake: a title, some words, and then either what the build says, with a line <c>Advice: "…"</c> for the words of it that tell
/// what to do, or under <c>## Not flagged</c> why it says nothing.
/// </summary>
internal sealed partial record MistakePage(string Title, IReadOnlyList<string> Build, IReadOnlyList<string> Advice, bool IsExplained)
{
    public static MistakePage Parse(string page) => new(
        TitleLine().Match(page).Groups[1].Value,
        BuildBlock().Match(page) is { Success: true } block ? block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [],
        [.. AdviceLine().Matches(page).Select(static match => match.Groups[1].Value)],
        page.Contains("\n## Not flagged\n\n", StringComparison.Ordinal));

    /// <summary>The page with something else that the build says.</summary>
    public static string WithBuild(string page, IEnumerable<string> build) =>
        BuildBlock().Replace(page, _ => "```text\n" + string.Concat(build.Select(static line => line + "\n")) + "```");

    /// <summary>The ids of the rules that speak up.</summary>
    public IReadOnlyList<string> Ids => [.. Ours.Select(static match => match.Groups[1].Value).Distinct()];

    /// <summary>What they say, without the places.</summary>
    public IReadOnlyList<string> Messages => [.. Ours.Select(static match => match.Groups[2].Value)];

    private IEnumerable<Match> Ours => Build.Select(static line => OurMessage().Match(line)).Where(static match => match.Success);

    [GeneratedRegex(@"\A# (.+)\n")]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BuildBlock();

    [GeneratedRegex("^Advice: \"(.+)\"$", RegexOptions.Multiline)]
    private static partial Regex AdviceLine();

    [GeneratedRegex(@": (?:error|warning|info) (MSG\d{3}): (.+)$")]
    private static partial Regex OurMessage();
}
