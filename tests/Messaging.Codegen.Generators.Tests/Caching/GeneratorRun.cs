using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>What the generator made of a project.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(TestProject project, CSharpCompilation input, GeneratorDriver driver)
    {
        Project = project;
        Input = input;
        Driver = driver;
        Result = driver.GetRunResult().Results.Single();
        Output = input.AddSyntaxTrees(Result.GeneratedSources.Select(
            static source => CSharpSyntaxTree.ParseText(source.SourceText, TestProject.ParseOptions, source.HintName)));
    }

    public TestProject Project { get; }

    public CSharpCompilation Input { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>The input with the emitted files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The emitted files by name, without the compiler's own attribute.</summary>
    public ImmutableSortedDictionary<string, string> Files => Result.GeneratedSources
        .Where(static source => !source.HintName.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal))
        .ToImmutableSortedDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The one emitted file whose name ends so.</summary>
    public string File(string suffix) => Assert.Single(Files, file => file.Key.EndsWith(suffix, StringComparison.Ordinal)).Value;

    public static GeneratorRun Of(TestProject project)
    {
        var input = project.ToCompilation();
        return new GeneratorRun(project, input, CreateDriver(project, isTracked: true).RunGenerators(input));
    }

    /// <summary>A driver that has not run yet. Tracking keeps the inputs of cached steps alive.</summary>
    public static GeneratorDriver CreateDriver(TestProject project, bool isTracked) => CSharpGeneratorDriver.Create(
        [new MessagingGenerator().AsSourceGenerator()],
        parseOptions: TestProject.ParseOptions,
        optionsProvider: new BuildProperties(project.Properties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, isTracked));

    /// <summary>Runs again after an edit, with what is cached. Files that are equal keep their trees, as in an editor.</summary>
    public GeneratorRun Edit(TestProject project)
    {
        var input = project.References.SequenceEqual(Project.References) ? Input : Input.WithReferences([.. TestReferences.All, .. project.References]);
        foreach (var (file, text) in project.Sources)
        {
            var tree = input.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == file);
            if (tree?.ToString() != text)
            {
                var parsed = TestProject.ParseFile(file, text);
                input = tree is null ? input.AddSyntaxTrees(parsed) : input.ReplaceSyntaxTree(tree, parsed);
            }
        }

        input = input.RemoveSyntaxTrees(input.SyntaxTrees.Where(tree => !project.Sources.ContainsKey(tree.FilePath)));
        return new GeneratorRun(project, input, Driver.WithUpdatedAnalyzerConfigOptions(new BuildProperties(project.Properties)).RunGenerators(input));
    }

    /// <summary>The same files in the opposite order.</summary>
    public GeneratorRun Reorder()
    {
        var input = Input.RemoveAllSyntaxTrees().AddSyntaxTrees(Input.SyntaxTrees.Reverse());
        return new GeneratorRun(Project, input, Driver.RunGenerators(input));
    }

    /// <summary>The built project, to be referenced by others.</summary>
    public MetadataReference ToReference() => MetadataReference.CreateFromImage(ToImage());

    public ImmutableArray<byte> ToImage()
    {
        using var stream = new MemoryStream();
        var result = Output.Emit(stream);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return [.. stream.ToArray()];
    }
}
