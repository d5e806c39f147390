using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>A project as a user may have it: sources, references and properties. Nothing is run before <see cref="Run"/>.</summary>
internal sealed record TestProject
{
    public string AssemblyName { get; init; } = "Shop";

    public OutputKind Kind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>File name and text.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>What MSBuild shows to the compiler, for example <c>RootNamespace</c>.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The projects that this one references.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Diagnostics that the test's own source may cause, for example CS0169.</summary>
    public ImmutableArray<string> Tolerated { get; init; } = [];

    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>A library with the given files.</summary>
    public static TestProject Of(params string[] sources) =>
        new() { Sources = sources.Select((text, i) => KeyValuePair.Create($"File{i}.cs", text)).ToImmutableSortedDictionary(StringComparer.Ordinal) };

    public TestProject With(string file, string text) => this with { Sources = Sources.SetItem(file, text) };

    public TestProject Without(string file) => this with { Sources = Sources.Remove(file) };

    public TestProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem(name, value) };

    public TestProject Referencing(params GeneratorRun[] projects) =>
        this with { References = [.. References, .. projects.Select(static project => project.ToReference())] };

    public CSharpCompilation ToCompilation() => CSharpCompilation.Create(
        AssemblyName,
        Sources.Select(static source => ParseFile(source.Key, source.Value)),
        [.. TestReferences.All, .. References],
        new CSharpCompilationOptions(
            Kind,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            allowUnsafe: false,
            deterministic: true));

    public static SyntaxTree ParseFile(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);

    /// <summary>Runs the generator and proves what holds for every project; see <see cref="Invariants"/>.</summary>
    public GeneratorRun Run() => Invariants.Prove(GeneratorRun.Of(this));

    /// <summary>Runs the generator on a project that does not compile, as while somebody types.</summary>
    public GeneratorRun RunBroken() => Invariants.ProveCaching(GeneratorRun.Of(this));
}
