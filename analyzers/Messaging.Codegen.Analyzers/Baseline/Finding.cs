using Messaging.Codegen.Facts;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Baseline;

/// <summary>Something to say about a contract and its baseline.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How bad it is here.</param>
/// <param name="Head">The type that it is about.</param>
/// <param name="Member">The member's name in the source; null for the type.</param>
/// <param name="Arguments">For the message, behind the name of the place.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, DiagnosticSeverity Severity, string Head, string? Member, object[] Arguments)
{
    /// <summary>The lines to add to what is not shipped.</summary>
    public IReadOnlyList<FactLine> Accepted { get; init; } = [];

    /// <summary>The lines to remove from what is not shipped.</summary>
    public IReadOnlyList<FactLine> Dropped { get; init; } = [];

    /// <summary>The number or the quoted name that <c>[ReservedKeys]</c> is to have; null when that is not what to do.</summary>
    public string? ReservedKey { get; init; }
}
