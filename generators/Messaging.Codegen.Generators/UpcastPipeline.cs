using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Incremental;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators;

/// <summary>From <c>[Upcast]</c> methods, here and in references, to the older versions that handlers get.</summary>
internal static class UpcastPipeline
{
    /// <summary>The upcasters that the assembly declares, sorted.</summary>
    public static IncrementalValueProvider<EquatableArray<UpcastModel>> Register(IncrementalGeneratorInitializationContext context) =>
        new AnnotatedTypes<DeclaredUpcasts>(
                nameof(KnownTypes.UpcastAttribute),
                AttributeLists.OfMethods,
                static (part, type, compilation, cancellationToken) =>
                    UpcastParser.ParseIn(part, type, new ParseContext(compilation, report: null, cancellationToken)),
                isLasting: static _ => true)
            .Register(context.SyntaxProvider)
            .SelectMany(static (declared, _) => declared.Upcasts)
            .WithTrackingName(Steps.Upcasts)
            .Collect()
            .Select(static (upcasts, _) => upcasts.ToSortedArray(static upcast => upcast.ToFact().ToString()))
            .WithTrackingName(Steps.SortedUpcasts);

    /// <summary>Adds the older versions to the handlers.</summary>
    public static IncrementalValueProvider<EquatableArray<HandlerRegistration>> Apply(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<UpcastModel>> own,
        IncrementalValueProvider<EquatableArray<HandlerRegistration>> handlers)
    {
        var hasHandlers = handlers.Select(static (handlers, _) => handlers.Count > 0).WithTrackingName(Steps.HasHandlers);
        var referenced = context.CompilationProvider.Combine(hasHandlers)
            .Select(static (pair, cancellationToken) => pair.Right ? ReferenceParser.Upcasts(pair.Left, cancellationToken) : default)
            .WithTrackingName(Steps.ReferencedUpcasts);
        return handlers.Combine(own).Combine(referenced)
            .Select(static (parts, _) => Apply(parts.Left.Left, new UpcastChains(parts.Left.Right.Concat(parts.Right))))
            .WithTrackingName(Steps.VersionedRoutes);
    }

    private static EquatableArray<HandlerRegistration> Apply(EquatableArray<HandlerRegistration> handlers, UpcastChains chains) =>
        handlers
            .Select(handler => handler with
            {
                Routes = handler.Routes.Select(route => route.Reply is null ? route with { Older = chains.Of(route) } : route).ToEquatableArray(),
            })
            .ToEquatableArray();
}
