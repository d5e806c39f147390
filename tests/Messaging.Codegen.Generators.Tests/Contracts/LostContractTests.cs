using Messaging.Codegen.Generators.Tests.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.Generators.Tests.Contracts;

/// <summary>
/// The compiler runs no analyzer when a declaration cannot be bound. What is wrong with a contract that nothing can be added to is then said by the
/// generator, and else by the analyzer alone.
/// </summary>
public sealed class LostContractTests
{
    private const string Contract = """
        using Messaging.Codegen;

        [Message("orders.placed")]
        public sealed class OrderPlaced;

        """;

    [Theory]
    [InlineData("public sealed class Checkout(IPublisher<OrderPlaced> publisher) { public object Publisher => publisher; }")]
    [InlineData("public sealed class Checkout { public IPublisher<OrderPlaced>? Publisher { get; set; } }")]
    public void A_declaration_that_needs_the_contract_gets_an_explanation(string declaration)
    {
        var diagnostic = Assert.Single(Run(Contract + declaration));

        Assert.Equal("MSG002", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains("'OrderPlaced' is not partial", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(("Orders.cs", 3, 20), Place(diagnostic));
    }

    [Theory]
    [InlineData("")]
    [InlineData("public static class Checkout { public static void Run(object publisher) => _ = (IPublisher<OrderPlaced>)publisher; }")]
    [InlineData("public sealed class Checkout(OrderPlaced order) { public Missing Order => order; }")]
    public void What_the_analyzers_will_say_is_left_to_them(string use) => Assert.Empty(Run(Contract + use));

    private static IReadOnlyList<Diagnostic> Run(string source)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source, parse, "Orders.cs")],
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return CSharpGeneratorDriver.Create([new MessagingGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGenerators(compilation)
            .GetRunResult()
            .Diagnostics;
    }

    private static (string Path, int Line, int Column) Place(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character);
    }
}
