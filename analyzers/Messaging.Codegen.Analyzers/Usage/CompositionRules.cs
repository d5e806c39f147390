using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers.Usage;

/// <summary>MSG605: an application sets messaging up without the modules that it consists of.</summary>
internal static class CompositionRules
{
    private const string Extensions = "Messaging.Codegen.MessagingServiceCollectionExtensions";
    private const string Builder = "Messaging.Codegen.MessagingBuilder";
    private const string OwnAssemblies = "Messaging.Codegen";

    public static Diagnostic? Check(IInvocationOperation call, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.Name != "AddMessaging"
            || !call.TargetMethod.ContainingType.Is(Extensions)
            || call.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } }
            || call.Arguments.Select(static argument => LambdaOf(argument.Value)).FirstOrDefault(static lambda => lambda is not null) is not { } lambda
            || call.SemanticModel?.Compilation is not { } compilation
            || !AssemblyParser.IsComposition(AssemblyParser.Facts(compilation), AssemblyParser.Options(options.AnalyzerConfigOptionsProvider)))
        {
            return null;
        }

        var calls = lambda.Descendants().OfType<IInvocationOperation>().ToList();
        if (calls.Exists(static inner => inner.TargetMethod.Name == "AddApplicationModules" || MayAddModules(inner)))
        {
            return null;
        }

        var added = calls.Where(static inner => inner.TargetMethod is { Name: "AddModule", TypeArguments.Length: 1 })
            .Select(static inner => inner.TargetMethod.TypeArguments[0])
            .ToList();
        var missing = ReferenceParser.Candidates(compilation).Append(compilation.Assembly)
            .Select(static assembly => (Assembly: assembly, Module: ModuleOf(assembly)))
            .Where(candidate => candidate.Module is not null
                && !added.Contains(candidate.Module, SymbolEqualityComparer.Default)
                && (added.Count == 0 || HasHandlers(candidate.Assembly)))
            .OrderBy(static candidate => candidate.Assembly.Name, StringComparer.Ordinal)
            .Select(static candidate => candidate.Assembly.Name)
            .ToList();
        cancellationToken.ThrowIfCancellationRequested();
        return missing.Count == 0
            ? null
            : Diagnostic.Create(
                Rules.ModuleMissing, name.GetLocation(), added.Count == 0 ? FixProperties.Flag(FixProperties.CanAddModules) : null, string.Join("', '", missing));
    }

    private static IAnonymousFunctionOperation? LambdaOf(IOperation value) => value switch
    {
        IConversionOperation conversion => LambdaOf(conversion.Operand),
        IDelegateCreationOperation creation => LambdaOf(creation.Target),
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    /// <summary>True for calls of others that get the builder: nobody knows what they do with it.</summary>
    private static bool MayAddModules(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument.Value.Type.Is(Builder))
            && call.TargetMethod.ContainingAssembly?.Name.StartsWith(OwnAssemblies, StringComparison.Ordinal) != true;

    private static INamedTypeSymbol? ModuleOf(IAssemblySymbol assembly) =>
        assembly.Attribute(KnownTypes.MessagingModuleAttribute) is { ConstructorArguments: [{ Value: INamedTypeSymbol module }, ..] } ? module : null;

    private static bool HasHandlers(IAssemblySymbol assembly) => ReferenceParser.Facts(assembly).Select(FactLine.Parse).Any(
        static fact => fact is { Kind: HandlerFacts.Route or HandlerFacts.Respond } && fact.Head.StartsWith(FactLine.ConsumerPrefix, StringComparison.Ordinal));
}
