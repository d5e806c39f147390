using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators;

/// <summary>From everything that an assembly has to its module, and in an application to the composition of all modules.</summary>
internal static class ModulePipeline
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<ContractRow>> contracts,
        IncrementalValueProvider<bool> hasBrokenContracts,
        IncrementalValueProvider<EquatableArray<HandlerRegistration>> handlers,
        IncrementalValueProvider<EquatableArray<UpcastModel>> upcasts)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => AssemblyParser.Options(provider))
            .WithTrackingName(Steps.BuildOptions);
        var names = context.CompilationProvider.Combine(options)
            .Select(static (pair, _) => AssemblyParser.Names(pair.Left, pair.Right))
            .WithTrackingName(Steps.AssemblyNames);

        var module = contracts.Combine(handlers).Combine(Streams(context)).Combine(upcasts).Combine(hasBrokenContracts).Combine(names)
            .Select(static (parts, _) => new ModuleModel
            {
                Names = parts.Right,
                Contracts = parts.Left.Left.Left.Left.Left,
                Handlers = parts.Left.Left.Left.Left.Right,
                Streams = parts.Left.Left.Left.Right,
                Upcasts = parts.Left.Left.Right,
                HasBrokenContracts = parts.Left.Right,
            })
            .WithTrackingName(Steps.Module);
        context.RegisterSourceOutput(module, ModuleEmitter.Emit);

        context.RegisterPostInitializationOutput(static context => context.AddEmbeddedAttributeDefinition());
        var composition = References(context, names)
            .Combine(module.Select(static (module, _) => module.IsEmpty ? null : new ReferencedModule("", module.Names.FullModuleName)))
            .Combine(names)
            .Select(static (parts, _) => CompositionModel.Create(parts.Right, parts.Left.Left, parts.Left.Right))
            .WithTrackingName(Steps.Composition);
        context.RegisterSourceOutput(composition, CompositionEmitter.Emit);
    }

    private static IncrementalValueProvider<EquatableArray<StreamModel>> Streams(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.StreamAttribute,
                static (node, _) => node is CompilationUnitSyntax,
                static (syntax, cancellationToken) => StreamParser.ParseAll(syntax, cancellationToken))
            .WithTrackingName(Steps.Streams)
            .Collect()
            .Select(static (files, _) => files.SelectMany(static streams => streams).ToSortedArray(static stream => stream.SortKey))
            .WithTrackingName(Steps.SortedStreams);

    private static IncrementalValueProvider<EquatableArray<ReferencedModule>> References(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<AssemblyNames> names) =>
        context.CompilationProvider
            .Combine(names)
            .Select(static (pair, cancellationToken) => pair.Right.IsComposition ? ReferenceParser.Modules(pair.Left, cancellationToken) : default)
            .WithTrackingName(Steps.References);
}
