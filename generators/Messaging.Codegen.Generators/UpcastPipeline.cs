using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.Generators;

/// <summary>From <c>[Upcast]</c> methods, here and in references, to the older versions that handlers get.</summary>
internal static class UpcastPipeline
{
    /// <summary>The upcasters that the assembly declares, sorted.</summary>
    public static IncrementalValueProvider<EquatableArray<UpcastModel>> Register(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.UpcastAttribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (syntax, cancellationToken) => Annotated.IsFirstPart(syntax.TargetNode, syntax.TargetSymbol.Attribute(KnownTypes.UpcastAttribute))
                    ? UpcastParser.Parse(
                        (IMethodSymbol)syntax.TargetSymbol, new ParseContext(syntax.SemanticModel.Compilation, report: null, cancellationToken))
                    : null)
            .Where(static upcast => upcast is not null)
            .Select(static (upcast, _) => upcast!)
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
