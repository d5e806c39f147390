namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>That <see cref="MistakeBuild"/> sees what a build sees: of a plain project, of one with a baseline, with a property, and of two projects.</summary>
public class DotnetBuildTests
{
    [Theory]
    [InlineData("record-that-is-not-partial")]
    [InlineData("member-removed")]
    [InlineData("batches-on-an-old-server")]
    [InlineData("contracts-without-the-package")]
    public async Task Dotnet_build_says_the_same(string name)
    {
        var mistake = Mistake.All.Single(mistake => mistake.Name.EndsWith(name, StringComparison.Ordinal));

        Assert.Equal(
            mistake.Page.Build.Where(static line => !line.Contains(": info ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            await DotnetBuild.RunAsync(mistake));
    }
}
