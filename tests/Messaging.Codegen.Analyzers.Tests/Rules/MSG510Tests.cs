using Messaging.Codegen.Analyzers.Baseline;
using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Lines that cannot be read are not passed over.</summary>
public class MSG510Tests
{
    private const string Order = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
        """;

    private const string Lines = """
        orders.placed/v1 key 000 OrderId uuid.str!
        orders.placed/v1 message event
        orders.placed/v1 subject orders.placed.v1
        """;

    [Theory]
    [InlineData("<<<<<<< HEAD", "a merge has left its markers")]
    [InlineData("orders.placed/v1 message event", "stands there twice")]
    [InlineData("nonsense", "is no fact about a contract")]
    [InlineData("stream:ORDERS subject orders.>", "is no fact about a contract")]
    public async Task Reports_a_line_that_cannot_be_used(string line, string message)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync(BaselineTexts.Print(Lines, line)));
        Assert.Equal("MSG510", diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal((BaselineFile.ShippedName, 4), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("#contracts 2\n")]
    [InlineData("orders.placed/v1 message event\n")]
    public async Task Reports_another_format(string content)
    {
        var diagnostics = await AnalyzeAsync(content);
        Assert.Contains(diagnostics, static diagnostic => diagnostic.Id == "MSG510");
    }

    [Fact]
    public async Task Accepts_any_order_and_an_empty_file()
    {
        Assert.Empty(await AnalyzeAsync(BaselineTexts.Print(Lines.Split('\n').Reverse())));
        Assert.DoesNotContain(await AnalyzeAsync(""), static diagnostic => diagnostic.Id == "MSG510");
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string shipped)
    {
        var compilation = SourceCompilation.RunGenerator(SourceCompilation.Create([SourceCompilation.Parse(Verify.Usings + Order)]));
        return await SourceCompilation.AnalyzeAsync(
            compilation, BaselineTexts.File(BaselineFile.ShippedName, shipped), BaselineTexts.File(BaselineFile.UnshippedName, BaselineTexts.Print("")));
    }
}
