using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Messaging.Codegen.Analyzers.Tests.Hosting;

/// <summary>Users have the last word: pragmas, SuppressMessage and .editorconfig count for every kind of rule.</summary>
public class SeverityTests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced
        {
            [Key(0)] public required Guid OrderId { get; init; }
            public string? Region { get; init; }
        }
        """;

    private const string SharedConsumer = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class Handlers
        {
            [Handler("orders")]
            public Task First(OrderPlaced order) => Task.CompletedTask;

            [Handler("orders")]
            public Task Second(OrderPlaced order) => Task.CompletedTask;
        }
        """;

    [Theory]
    [InlineData("MSG101", Contract)]
    [InlineData("MSG306", SharedConsumer)]
    public Task A_pragma_counts(string id, string source) =>
        Verify.RunAsync($"#pragma warning disable {id}\n{source}\n#pragma warning restore {id}\n");

    [Theory]
    [InlineData("MSG101", Contract)]
    [InlineData("MSG306", SharedConsumer)]
    public Task An_attribute_counts(string id, string source) =>
        Verify.RunAsync($"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Messaging\", \"{id}\")]\n{source}");

    [Fact]
    public Task A_rule_can_be_turned_off() => WithEditorConfig("MSG101", "none", Contract);

    [Fact]
    public Task An_error_can_be_made_a_warning() =>
        WithEditorConfig(
            "MSG101", "warning", Contract, new DiagnosticResult("MSG101", DiagnosticSeverity.Warning).WithSpan("/0/Test0.cs", 12, 20, 12, 26));

    [Fact]
    public async Task A_warning_of_the_whole_program_can_be_made_an_error()
    {
        var compilation = SourceCompilation.Create([SourceCompilation.Parse(Verify.Usings + SharedConsumer)]);
        var strict = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Severity("MSG306", ReportDiagnostic.Error)));

        var diagnostic = Assert.Single(await SourceCompilation.AnalyzeAsync(SourceCompilation.RunGenerator(strict)));

        Assert.Equal("MSG306", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    private static Task WithEditorConfig(string id, string severity, string source, params DiagnosticResult[] expected)
    {
        var test = new ComponentTest
        {
            TestCode = Verify.Usings + source,
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = {severity}\n") } },
        };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>What the compiler makes of an .editorconfig.</summary>
    private sealed class Severity(string id, ReportDiagnostic severity) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value)
        {
            value = severity;
            return diagnosticId == id;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value)
        {
            value = default;
            return false;
        }
    }
}
