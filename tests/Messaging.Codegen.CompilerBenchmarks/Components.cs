using System.Collections.Immutable;
using System.Reflection;
using Messaging.Codegen.Analyzers;
using Messaging.Codegen.Generators;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.CompilerBenchmarks;

/// <summary>What takes part in a build, and where it is.</summary>
internal static class Components
{
    public static string Generator => typeof(MessagingGenerator).Assembly.Location;

    public static string Analyzers => typeof(ContractAnalyzer).Assembly.Location;

    public static string MemoryPackGenerator => Path("MemoryPackGenerator");

    public static string Compiler => Path("Compiler");

    public static ImmutableArray<DiagnosticAnalyzer> CreateAnalyzers() =>
    [
        .. typeof(ContractAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static string Path(string name) => System.IO.Path.GetFullPath(
        typeof(Components).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!);
}
