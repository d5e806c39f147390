using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Says what the analyzers cannot say any more.</summary>
internal static class LostContractEmitter
{
    public static void Emit(SourceProductionContext context, LostContractModel contract)
    {
        var rule = contract.Id == DiagnosticIds.ContractShape ? Rules.ContractShape : Rules.ContractNotReachable;
        context.ReportDiagnostic(Diagnostic.Create(
            rule.Id,
            rule.Category,
            contract.Message,
            rule.DefaultSeverity,
            rule.DefaultSeverity,
            isEnabledByDefault: true,
            warningLevel: 0,
            rule.Title,
            helpLink: rule.HelpLinkUri,
            location: Location.Create(contract.Path, contract.Span, contract.Lines)));
    }
}
