using System.Collections.Immutable;
using Messaging.Codegen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>A source with what the generator adds to it, for tests that look at a whole compilation instead of at markup.</summary>
internal static class SourceCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>The compilation before any component has seen it.</summary>
    public static CSharpCompilation Create(
        IEnumerable<SyntaxTree> trees,
        string assembly = "Shop",
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary,
        params MetadataReference[] references) =>
        CSharpCompilation.Create(
            assembly,
            trees,
            [.. References.All, .. references],
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>One file, parsed.</summary>
    public static SyntaxTree Parse(string source, string path = "Source.cs") => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    /// <summary>The compilation with the emitted files. An exception in the generator is thrown here.</summary>
    public static Compilation RunGenerator(CSharpCompilation compilation, BuildProperties? properties = null, IEnumerable<AdditionalText>? files = null)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MessagingGenerator().AsSourceGenerator()], files, ParseOptions, properties);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return driver.GetRunResult().Results.Single().Exception is { } exception
            ? throw new InvalidOperationException("The generator failed.", exception)
            : output;
    }

    /// <summary>What the analyzers say about a compilation and the files beside it. An exception in one of them is thrown here.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, params IEnumerable<AdditionalText> files) =>
        AnalyzeAsync(compilation, new BuildProperties(ImmutableDictionary<string, string>.Empty), files);

    /// <summary>The same in a project with properties.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, BuildProperties properties, IEnumerable<AdditionalText> files)
    {
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files], properties),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        return RunAsync();

        async Task<ImmutableArray<Diagnostic>> RunAsync()
        {
            var diagnostics = await compilation.WithAnalyzers(Components.CreateAnalyzers(), options).GetAnalyzerDiagnosticsAsync();
            return failure is null ? diagnostics : throw new InvalidOperationException("An analyzer failed.", failure);
        }
    }

    /// <summary>Compiles a source with the generator to an assembly that others can reference.</summary>
    public static MetadataReference Build(string assembly, string source, params MetadataReference[] references) =>
        Emit(RunGenerator(Create([Parse(source)], assembly, OutputKind.DynamicallyLinkedLibrary, references)));

    /// <summary>The same as a project does that has the attributes but not the generator.</summary>
    public static MetadataReference BuildWithoutGenerator(string assembly, string source) => Emit(Create([Parse(source)], assembly));

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
