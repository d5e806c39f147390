using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Diagnostics;

/// <summary>The descriptors of contracts that differ from what was released of them.</summary>
internal static partial class Rules
{
    private const string Baseline = "Messaging.Compatibility";

    public static readonly DiagnosticDescriptor FactNotInBaseline = Create(
        DiagnosticIds.FactNotInBaseline, Baseline,
        "A contract differs from its baseline",
        "'{0}' is not in the baseline yet: {1}. Review it and accept it",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FactGone = Create(
        DiagnosticIds.FactGone, Baseline,
        "Something of a contract is gone and not reserved",
        "'{0}' no longer has {1}: restore it, or reserve it so that it is never used for something else");

    public static readonly DiagnosticDescriptor TypeChanged = Create(
        DiagnosticIds.TypeChanged, Baseline,
        "A type on the wire changed",
        BreakFormat);

    public static readonly DiagnosticDescriptor KeyChanged = Create(
        DiagnosticIds.KeyChanged, Baseline,
        "A key changed",
        BreakFormat);

    public static readonly DiagnosticDescriptor RequirementChanged = Create(
        DiagnosticIds.RequirementChanged, Baseline,
        "What messages must have changed",
        BreakFormat);

    public static readonly DiagnosticDescriptor ContractMoved = Create(
        DiagnosticIds.ContractMoved, Baseline,
        "A released contract moved",
        BreakFormat);

    public static readonly DiagnosticDescriptor ChoicesChanged = Create(
        DiagnosticIds.ChoicesChanged, Baseline,
        "Cases or numbers changed",
        BreakFormat);

    public static readonly DiagnosticDescriptor MeaningChanged = Create(
        DiagnosticIds.MeaningChanged, Baseline,
        "The meaning of a contract changed",
        BreakFormat,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BaselineMissing = Create(
        DiagnosticIds.BaselineMissing, Baseline,
        "Contracts have no baseline",
        "The contract '{0}' has no baseline, so that nothing tells when a change breaks released versions: add {1}",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor BaselineInvalid = Create(
        DiagnosticIds.BaselineInvalid, Baseline,
        "A baseline file is invalid",
        "{0} is invalid: {1}");

    public static readonly DiagnosticDescriptor ContractGone = Create(
        DiagnosticIds.ContractGone, Baseline,
        "A released contract is gone",
        "The contract '{0}' was released and is gone: restore it, or retire it in the baseline once no stream holds its messages",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.CompilationEnd);

    private const string BreakFormat = "'{0}' {1} released versions of '{2}', which promises to be {3}: the {4}. Restore it, or make a new version of the contract";
}
