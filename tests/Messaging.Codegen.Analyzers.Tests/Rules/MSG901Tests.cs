using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Properties of the build mean something.</summary>
public class MSG901Tests
{
    [Fact]
    public Task Reports_a_word() => Verify.ForServerAsync("latest", """
        [assembly: Stream("ORDERS", "orders.>")]
        """,
        new DiagnosticResult("MSG901", DiagnosticSeverity.Error));

    [Fact]
    public Task Reports_a_number() => Verify.ForServerAsync("2", """
        [assembly: Stream("ORDERS", "orders.>")]
        """,
        new DiagnosticResult("MSG901", DiagnosticSeverity.Error));

    [Fact]
    public Task Reports_four_numbers() => Verify.ForServerAsync("2.12.0.1", """
        [assembly: Stream("ORDERS", "orders.>")]
        """,
        new DiagnosticResult("MSG901", DiagnosticSeverity.Error));

    [Fact]
    public Task Reports_a_range() => Verify.ForServerAsync(">=2.10", """
        [assembly: Stream("ORDERS", "orders.>")]
        """,
        new DiagnosticResult("MSG901", DiagnosticSeverity.Error));

    [Fact]
    public Task Accepts_a_version() => Verify.ForServerAsync("2.10", """
        [assembly: Stream("ORDERS", "orders.>")]
        """);

    [Fact]
    public Task Accepts_a_patch() => Verify.ForServerAsync("v2.10.14", """
        [assembly: Stream("ORDERS", "orders.>")]
        """);

    [Fact]
    public Task Accepts_a_preview() => Verify.ForServerAsync("2.14.0-RC.2", """
        [assembly: Stream("ORDERS", "orders.>")]
        """);

    [Fact]
    public Task Accepts_silence() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]
        """);
}
