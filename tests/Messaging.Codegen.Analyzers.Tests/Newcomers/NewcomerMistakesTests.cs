namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>
/// What newcomers to the library do wrong, each in a project of its own, <c>tests/mistakes</c>. The pages say what the build must say, character by
/// character; <c>UPDATE_SNAPSHOTS=1</c> rewrites that, to be reviewed.
/// </summary>
public class NewcomerMistakesTests
{
    private const int Wanted = 40;
    private const int MayPass = 2;

    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    public static TheoryData<string> Names => [.. Mistake.All.Select(static mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_build_says_exactly_what_the_page_says(string name)
    {
        var mistake = Find(name);
        var said = await MistakeBuild.RunAsync(mistake.ReadProjects());
        if (Update)
        {
            await File.WriteAllTextAsync(mistake.PagePath, MistakePage.WithBuild(await File.ReadAllTextAsync(mistake.PagePath), said));
        }

        Assert.Equal(mistake.Page.Build, said);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_message_is_one_of_ours_and_says_what_to_do(string name)
    {
        var page = Find(name).Page;

        Assert.NotEmpty(page.Title);
        Assert.All(page.Build.Where(line => !IsKnownEcho(line)), line =>
        {
            Assert.Matches(@": (error|warning|info) MSG\d{3}: ", line);
            Assert.Contains(page.Advice, advice => line.Contains(advice, StringComparison.Ordinal));
        });
        Assert.All(page.Advice, advice => Assert.Contains(page.Build, line => line.Contains(advice, StringComparison.Ordinal)));
        Assert.NotEqual(page.IsExplained, page.Build.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_left_to_say_about_the_corrected_project(string name) =>
        Assert.Empty(await MistakeBuild.RunAsync(Find(name).ReadFixedProjects()));

    [Fact]
    public void There_are_forty_and_two_at_most_pass()
    {
        Assert.True(Mistake.All.Count >= Wanted, $"{Mistake.All.Count} mistakes");
        Assert.InRange(Mistake.All.Count(static mistake => mistake.Page.Build.Count == 0), 0, MayPass);
        Assert.Equal(
            Enumerable.Range(1, Mistake.All.Count).Select(static number => number.ToString("00", null)),
            Mistake.All.Select(static mistake => mistake.Name.Split('-')[0]));
    }

    [Fact]
    public void The_table_has_them_all()
    {
        var path = Path.Combine(Mistake.Root, "README.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var printed = MistakeTable.Replace(text, MistakeTable.Print(Mistake.All));
        if (Update)
        {
            File.WriteAllText(path, printed);
        }

        Assert.Equal(printed, Update ? printed : text);
    }

    /// <summary>
    /// The compiler's one word beside ours: to a type that is not partial nothing can be added, also not what makes it a contract where it is used.
    /// </summary>
    private static bool IsKnownEcho(string line) =>
        line.Contains(": error CS0311: ", StringComparison.Ordinal) && line.Contains("'Messaging.Codegen.IMessage<", StringComparison.Ordinal);

    private static Mistake Find(string name) => Mistake.All.Single(mistake => mistake.Name == name);
}
