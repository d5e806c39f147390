using System.Text.RegularExpressions;
using Messaging.Codegen.Samples.Tests.Running;

namespace Messaging.Codegen.Samples.Tests;

public sealed partial class ReadmeTests
{
    private const string Generated = "obj/generated/Messaging.Codegen.Generators/Messaging.Codegen.Generators.MessagingGenerator";

    /// <summary>Stands in the README where it leaves emitted lines out.</summary>
    private const string Omission = "// …";

    private static readonly string Readme = File.ReadAllText(Samples.PathOf("README.md"));

    [Fact]
    public void The_example_is_the_quickstart()
    {
        Assert.Equal(Lines(File.ReadAllText(Samples.PathOf("samples", "Quickstart", "Program.cs"))), Block("samples/Quickstart/Program.cs"));
    }

    [Fact]
    public async Task The_example_runs()
    {
        await using var run = await SampleProcess.RunAsync("Quickstart");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("order 1 came on shop.eu.order-placed.v1", run.Output);
    }

    [Fact]
    public void The_contract_is_that_of_the_sample()
    {
        AssertIsPartOf(Block("samples/Orders.Contracts/OrderPlaced.cs"), Lines(File.ReadAllText(Samples.PathOf("samples", "Orders.Contracts", "OrderPlaced.cs"))));
    }

    [Theory]
    [InlineData("Orders.Contracts", "Orders.Contracts.OrderPlaced.Contract.g.cs")]
    [InlineData("Orders", "Orders.BillingHandler.Handler.g.cs")]
    public void What_it_shows_is_what_the_generator_emits(string project, string file)
    {
        var emitted = Lines(File.ReadAllText(Samples.PathOf("samples", project, Generated, file)));
        AssertIsPartOf(Block(file), emitted);
    }

    [Fact]
    public void The_test_is_one_of_the_sample()
    {
        const string file = "tests/Messaging.Codegen.Samples.Tests/Handlers/BillingTests.cs";
        AssertIsPartOf(Block(file), Lines(File.ReadAllText(Samples.PathOf(file))));
    }

    [Fact]
    public void The_files_that_it_links_exist()
    {
        var targets = Links().Matches(Readme).Select(match => match.Groups[1].Value.Split('#')[0]).Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(Path.Exists(Samples.PathOf(target)), target));
    }

    /// <summary>The lines of the code block that stands below the file's name in a comment.</summary>
    private static string[] Block(string name)
    {
        var match = Regex.Match(Readme, $"<!-- {Regex.Escape(name)} -->\n```csharp\n(.*?)\n```\n", RegexOptions.Singleline);
        Assert.True(match.Success, $"README.md shows no '{name}'.");
        return Lines(match.Groups[1].Value);
    }

    /// <summary>Every run of shown lines stands so in the file, and in the same order; between two runs the README says that lines are left out.</summary>
    private static void AssertIsPartOf(string[] shown, string[] file)
    {
        var from = 0;
        var mayskip = false;
        var run = new List<string>();
        foreach (var line in (string[])[.. shown, Omission])
        {
            if (line.Trim() != Omission)
            {
                run.Add(line);
                continue;
            }

            if (run.Count > 0)
            {
                var at = Find(run, file, from);
                Assert.True(at >= 0 && (mayskip || at == from), $"This is not in the file, or not next to what stands before:\n{string.Join('\n', run)}");
                from = at + run.Count;
                run.Clear();
            }

            mayskip = true;
        }
    }

    private static int Find(List<string> run, string[] file, int from)
    {
        for (var at = from; at + run.Count <= file.Length; at++)
        {
            if (file.AsSpan(at, run.Count).SequenceEqual(run.ToArray()))
            {
                return at;
            }
        }

        return -1;
    }

    private static string[] Lines(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Links();
}
