using System.Collections.Immutable;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers;

/// <summary>Reports what is wrong with <c>[assembly: Stream]</c> attributes, by the walk that the generator makes too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StreamAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalogue.Live;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);

        // Roslyn has no live action for the attributes of an assembly.
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.AttributeList);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var list = (AttributeListSyntax)context.Node;
        if (list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) != true)
        {
            return;
        }

        var assembly = context.Compilation.Assembly;
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference is { } written
                && written.SyntaxTree == list.SyntaxTree
                && list.Span.Contains(written.Span)
                && attribute.AttributeClass.Is(KnownTypes.StreamAttribute))
            {
                StreamParser.Parse(attribute, assembly, new ParseContext(context.Compilation, context.ReportDiagnostic, context.CancellationToken));
            }
        }
    }
}
