using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>
/// Compiles a source with the generator and all analyzers. What the markup <c>{|MSG101:Region|}</c> announces must be reported there, and nothing else
/// anywhere: no other rule, no compiler error in the source and none in what was emitted.
/// </summary>
internal sealed class ComponentTest : CSharpAnalyzerTest<ContractAnalyzer, DefaultVerifier>
{
    public ComponentTest()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(References.All);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Components.CreateAnalyzers();

    protected override IEnumerable<Type> GetSourceGenerators() => [Components.Generator];

    protected override ParseOptions CreateParseOptions() => SourceCompilation.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);
}
