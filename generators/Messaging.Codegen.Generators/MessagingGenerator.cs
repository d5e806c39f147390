using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Incremental;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators;

/// <summary>
/// Emits serializers, publishers, subjects, consumers and the module of an assembly. Only the wiring is here: <c>Parsing</c> turns symbols into the
/// models of <c>Model</c>, <c>Emit</c> prints those. Whatever is wrong with the input is reported by the analyzers, which run the same parsers; but for what keeps
/// the compiler from running them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MessagingGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = new AnnotatedTypes<ParsedContract>(
                nameof(KnownTypes.MessageAttribute),
                AttributeLists.OfType,
                static (syntax, type, compilation, cancellationToken) => Annotated.IsFirstPart(syntax, type.Attribute(KnownTypes.MessageAttribute))
                    ? BrokenContractParser.ParseAny(type, compilation, cancellationToken)
                    : null,
                isLasting: static result => result is not { Contract: null, Broken: null })
            .Register(context.SyntaxProvider);
        var contracts = parsed
            .Where(static result => result.Contract is not null)
            .Select(static (result, _) => result.Contract!)
            .WithTrackingName(Steps.Contracts);
        context.RegisterSourceOutput(contracts, ContractEmitter.Emit);
        var broken = parsed
            .Where(static result => result.Broken is not null)
            .Select(static (result, _) => result.Broken!)
            .WithTrackingName(Steps.BrokenContracts);
        context.RegisterSourceOutput(broken, BrokenContractEmitter.Emit);
        var lost = parsed
            .Where(static result => result.Lost is not null)
            .Select(static (result, _) => result.Lost!)
            .WithTrackingName(Steps.LostContracts);
        context.RegisterSourceOutput(lost, LostContractEmitter.Emit);

        var rows = contracts
            .Select(static (contract, _) => contract.ToRow())
            .WithTrackingName(Steps.ContractRows)
            .Collect()
            .Select(static (rows, _) => rows.ToSortedArray(static row => row.Identity));
        var upcasts = UpcastPipeline.Register(context);
        var handlers = UpcastPipeline.Apply(context, upcasts, HandlerPipeline.Register(context));
        ModulePipeline.Register(context, rows, broken.Collect().Select(static (models, _) => models.Length > 0), handlers, upcasts);
    }
}
