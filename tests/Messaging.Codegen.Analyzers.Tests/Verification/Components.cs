using System.Collections.Immutable;
using Messaging.Codegen.Generators;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers.Tests.Verification;

/// <summary>Everything that the package brings into a compilation. Found by reflection, so that a new analyzer cannot be left out.</summary>
internal static class Components
{
    public static ImmutableArray<Type> AnalyzerTypes { get; } =
    [
        .. typeof(ContractAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal),
    ];

    public static Type Generator => typeof(MessagingGenerator);

    public static ImmutableArray<DiagnosticAnalyzer> CreateAnalyzers() =>
        [.. AnalyzerTypes.Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
}
