using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Incremental;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators;

/// <summary>From <c>[Handler]</c> methods to one emitted file per class.</summary>
internal static class HandlerPipeline
{
    /// <summary>Emits the stubs, and returns what the module needs to know of them.</summary>
    public static IncrementalValueProvider<EquatableArray<HandlerRegistration>> Register(IncrementalGeneratorInitializationContext context)
    {
        var handlers = new AnnotatedTypes<HandlerClassModel>(
                nameof(KnownTypes.HandlerAttribute),
                AttributeLists.OfMethods,
                static (syntax, type, compilation, cancellationToken) => HandlerParser.IsFirstPart(syntax, type)
                    ? HandlerParser.Parse(type, new ParseContext(compilation, report: null, cancellationToken))
                    : null,
                isLasting: static _ => true)
            .Register(context.SyntaxProvider)
            .WithTrackingName(Steps.Handlers);
        context.RegisterSourceOutput(handlers.Select(static (handler, _) => handler.Stubs).WithTrackingName(Steps.HandlerStubs), HandlerEmitter.Emit);

        return handlers
            .Select(static (handler, _) => handler.Registration)
            .WithTrackingName(Steps.HandlerRegistrations)
            .Collect()
            .Select(static (handlers, _) => handlers.ToSortedArray(static handler => handler.TypeName))
            .WithTrackingName(Steps.Routes);
    }
}
