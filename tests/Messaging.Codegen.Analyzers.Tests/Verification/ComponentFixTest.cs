using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>
/// Applies a fix to each diagnostic in turn, and "fix all" to the document, the project and the solution, and compares what comes out. The fixed source
/// must have no diagnostics but those that its markup announces.
/// </summary>
internal sealed class ComponentFixTest<TFix> : CSharpCodeFixTest<ContractAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    public ComponentFixTest()
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
