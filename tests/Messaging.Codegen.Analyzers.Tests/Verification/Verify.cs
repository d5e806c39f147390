using Messaging.Codegen.Analyzers.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>The short way to run a <see cref="ComponentTest"/>.</summary>
internal static class Verify
{
    /// <summary>What every source of the tests begins with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using MessagePack;
        using Messaging.Codegen;

        """;

    /// <summary>Asserts that exactly the diagnostics that the markup announces are reported.</summary>
    public static Task RunAsync(string markup) => new ComponentTest { TestCode = Usings + markup }.RunAsync();

    /// <summary>The same in an application, where everything that will run is known.</summary>
    public static Task ApplicationAsync(string markup) => new ComponentTest
    {
        TestCode = Usings + markup,
        TestState = { OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    /// <summary>The same for an application that meets servers of a version.</summary>
    public static Task ForServerAsync(string version, string markup, params DiagnosticResult[] elsewhere)
    {
        var test = new ComponentTest
        {
            TestCode = Usings + markup,
            TestState = { AnalyzerConfigFiles = { ("/.globalconfig", $"is_global = true\nbuild_property.TargetServerVersion = {version}\n") } },
        };
        test.ExpectedDiagnostics.AddRange(elsewhere);
        return test.RunAsync();
    }

    /// <summary>The same beside the files of a baseline.</summary>
    /// <param name="markup">The source.</param>
    /// <param name="shipped">The lines that were released.</param>
    /// <param name="unshipped">The lines that were accepted since.</param>
    public static Task BaselineAsync(string markup, string shipped, string unshipped = "") => new ComponentTest
    {
        TestState =
        {
            Sources = { Usings + markup },
            AdditionalFiles =
            {
                (BaselineFile.ShippedName, BaselineTexts.Print(shipped)),
                (BaselineFile.UnshippedName, BaselineTexts.Print(unshipped)),
            },
        },
    }.RunAsync();

    /// <summary>Asserts what a fix makes of a source and of the lines that were accepted.</summary>
    public static Task FixBaselineAsync<TFix>(
        string markup, string shipped, string unshipped, string fixedMarkup, string fixedUnshipped, int iterations = 1)
        where TFix : CodeFixProvider, new() => new ComponentFixTest<TFix>
        {
            TestState =
            {
                Sources = { Usings + markup },
                AdditionalFiles =
                {
                    (BaselineFile.ShippedName, BaselineTexts.Print(shipped)),
                    (BaselineFile.UnshippedName, BaselineTexts.Print(unshipped)),
                },
            },
            FixedState =
            {
                Sources = { Usings + fixedMarkup },
                AdditionalFiles =
                {
                    (BaselineFile.ShippedName, BaselineTexts.Print(shipped)),
                    (BaselineFile.UnshippedName, BaselineTexts.Print(fixedUnshipped)),
                },
            },
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = 1,

            // What a whole build reports, dotnet format fixes.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        }.RunAsync();

    /// <summary>Asserts what a fix makes of an application, one diagnostic at a time and all at once.</summary>
    public static Task FixApplicationAsync<TFix>(string markup, string fixedMarkup, int iterations = 1)
        where TFix : CodeFixProvider, new() => new ComponentFixTest<TFix>
        {
            TestState = { Sources = { Usings + markup }, OutputKind = OutputKind.ConsoleApplication },
            FixedState = { Sources = { Usings + fixedMarkup } },
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = Math.Min(iterations, 1),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        }.RunAsync();

    /// <summary>Asserts what a fix makes of a source, one diagnostic at a time and all at once.</summary>
    /// <param name="markup">The source with its diagnostics.</param>
    /// <param name="fixedMarkup">What comes out.</param>
    /// <param name="iterations">How many single fixes it takes.</param>
    public static Task FixAsync<TFix>(string markup, string fixedMarkup, int iterations = 1)
        where TFix : CodeFixProvider, new() =>
        new ComponentFixTest<TFix>
        {
            TestCode = Usings + markup,
            FixedCode = Usings + fixedMarkup,
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = Math.Min(iterations, 1),

            // What a whole build reports, dotnet format fixes.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        }.RunAsync();

    /// <summary>The same for a source that is a file of its own and lacks only the implicit usings.</summary>
    public static Task FileAsync(string path) => new ComponentTest
    {
        TestState =
        {
            Sources = { ("Source.cs", File.ReadAllText(path).ReplaceLineEndings("\n")), ("Usings.cs", ImplicitUsings) },
        },
    }.RunAsync();

    /// <summary>What the SDK makes of ImplicitUsings.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;
}
