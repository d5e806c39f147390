using System.Collections.Concurrent;
using System.Collections.Immutable;
using Messaging.Codegen.Analyzers.Baseline;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers;

/// <summary>Compares contracts with the files that record what was released of them, and reports what those who run a release would suffer from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineAnalyzer : DiagnosticAnalyzer
{
    /// <summary>True where a project wants a baseline: it is told when it has none.</summary>
    private const string WantsBaseline = "build_property.MessagingContractBaseline";

    private const string IsBuildServer = "build_property.ContinuousIntegrationBuild";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalogue.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var files = BaselineFiles.Read(context.Options.AdditionalFiles, context.CancellationToken);
        var contracts = new ConcurrentDictionary<string, Location?>(StringComparer.Ordinal);
        var isMissing = files.HasShipped != files.HasUnshipped || (!files.HasShipped && IsTrue(context.Options, WantsBaseline));
        var isStrict = IsTrue(context.Options, IsBuildServer);
        if (!files.HasShipped && !files.HasUnshipped && !isMissing)
        {
            return;
        }

        context.RegisterAdditionalFileAction(file =>
        {
            foreach (var (name, message, location) in files.Errors())
            {
                if (location.GetLineSpan().Path == file.AdditionalFile.Path)
                {
                    file.ReportDiagnostic(Diagnostic.Create(Rules.BaselineInvalid, location, name, message));
                }
            }
        });
        context.RegisterSymbolAction(
            symbol =>
            {
                if (isMissing)
                {
                    ReportMissing(files, symbol);
                }

                if (files.HasShipped || files.HasUnshipped)
                {
                    Check(files.Baseline, contracts, isStrict, symbol);
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end => ReportGone(files.Baseline, contracts, end));
    }

    private static bool IsTrue(AnalyzerOptions options, string property) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(property, out var value)
        && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static void ReportMissing(BaselineFiles files, SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var silent = new ParseContext(context.Compilation, report: null, context.CancellationToken);
        if (ContractHeaderParser.IsContract(type) && silent.Locate(type) is { } location)
        {
            var names = files.HasShipped ? BaselineFile.UnshippedName
                : files.HasUnshipped ? BaselineFile.ShippedName
                : BaselineFile.ShippedName + " and " + BaselineFile.UnshippedName;
            context.ReportDiagnostic(Diagnostic.Create(Rules.BaselineMissing, location, type.DisplayName(), names));
        }
    }

    private static void Check(ContractBaseline baseline, ConcurrentDictionary<string, Location?> contracts, bool isStrict, SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!ContractHeaderParser.IsContract(type))
        {
            return;
        }

        var silent = new ParseContext(context.Compilation, report: null, context.CancellationToken);
        if (ContractHeaderParser.IdentityOf(type) is { } identity)
        {
            contracts.TryAdd(identity, silent.Locate(type));
        }

        // A contract with a mistake has no facts; the mistake comes first.
        if (ContractParser.Parse(type, silent) is not { } model)
        {
            return;
        }

        var facts = ContractFacts.Of(model).Where(line => line.Contract == model.Header.Identity).ToList();
        var findings = BaselineCheck.Run(baseline.Find(model.Header.Identity), facts);
        if (findings.Count == 0)
        {
            return;
        }

        var places = new FactPlaces(type, model, silent);
        foreach (var finding in findings)
        {
            var severity = isStrict && finding.Rule.Id == DiagnosticIds.FactNotInBaseline ? DiagnosticSeverity.Error : finding.Severity;
            context.ReportDiagnostic(Diagnostic.Create(
                finding.Rule,
                places.Find(finding.Head, finding.Member),
                severity,
                additionalLocations: null,
                FixProperties.ForBaseline(
                    finding.Accepted.Select(static line => line.ToString()), finding.Dropped.Select(static line => line.ToString()), finding.ReservedKey),
                [places.NameOf(finding.Head, finding.Member), .. finding.Arguments]));
        }
    }

    /// <summary>MSG512, at some contract of the project: there is no better place for what is gone.</summary>
    private static void ReportGone(ContractBaseline baseline, ConcurrentDictionary<string, Location?> contracts, CompilationAnalysisContext context)
    {
        var anchor = contracts.Values.OfType<Location>().OrderBy(static place => place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static place => place.SourceSpan).FirstOrDefault();
        foreach (var record in baseline.Contracts.Where(record => !record.IsRetired && !contracts.ContainsKey(record.Identity)))
        {
            var message = record.Current.FirstOrDefault(static line => line.Kind == Facts.FactKinds.Message);
            if (message is not null)
            {
                var retired = record.IsShipped ? Facts.FactMarks.Mark(message, Facts.FactMarks.Retired).ToString() : null;
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.ContractGone,
                    anchor ?? Location.None,
                    Rules.ContractGone.DefaultSeverity,
                    additionalLocations: null,
                    FixProperties.ForBaseline(retired is null ? [] : [retired], record.IsShipped ? [] : record.Unshipped.Select(static line => line.ToString()), null),
                    record.Identity));
            }
        }
    }
}
