using System.Collections.Immutable;
using System.Reflection;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers;

/// <summary>
/// The rules, divided by when they can be decided. A walk may report any rule that looks at one type, whichever analyzer started it, so that a rule
/// added to a parser cannot be one that its analyzer does not support.
/// </summary>
internal static class Catalogue
{
    /// <summary>Every rule, sorted by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rules that one type, method or attribute decides: they are reported while the developer types.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Live { get; } = [.. All.Where(static rule => !IsWholeProgram(rule))];

    /// <summary>The rules that need the whole compilation: they are reported by builds.</summary>
    public static ImmutableArray<DiagnosticDescriptor> WholeProgram { get; } = [.. All.Where(IsWholeProgram)];

    private static bool IsWholeProgram(DiagnosticDescriptor rule) => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd);
}
