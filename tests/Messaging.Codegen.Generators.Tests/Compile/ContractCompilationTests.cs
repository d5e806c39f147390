using Messaging.Codegen.Generators.Tests.Caching;

namespace Messaging.Codegen.Generators.Tests.Compile;

/// <summary>Every shape of contract compiles without a warning, caches, and keeps no symbol; see <see cref="Invariants"/>.</summary>
public sealed class ContractCompilationTests
{
    public static TheoryData<string> Names => [.. ContractSources.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles(string name)
    {
        var run = (TestProject.Of(ContractSources.All[name]) with { Tolerated = ["CS0067", "CS0414", "CS0649", "CS0612", "CS0618"] }).Run();
        Assert.Contains(run.Files, static file => file.Key.EndsWith(".Contract.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Emitted_text_is_tidy()
    {
        foreach (var (name, source) in ContractSources.All)
        {
            foreach (var (file, text) in GeneratorRun.Of(TestProject.Of(source)).Files)
            {
                Assert.False(text.Contains('\r', StringComparison.Ordinal), $"{name}: {file} has a carriage return");
                Assert.False(text.Contains('\t', StringComparison.Ordinal), $"{name}: {file} has a tabulator");
                Assert.False(text.Contains(" \n", StringComparison.Ordinal), $"{name}: {file} has a blank at the end of a line");
                Assert.False(text.Contains("\n\n\n", StringComparison.Ordinal), $"{name}: {file} has two empty lines");
                Assert.False(text.Contains("{\n\n", StringComparison.Ordinal), $"{name}: {file} begins a block with an empty line");
                Assert.EndsWith("}\n", text, StringComparison.Ordinal);
            }
        }
    }
}
