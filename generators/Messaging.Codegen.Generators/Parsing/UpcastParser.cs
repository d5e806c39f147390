using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Turns an <c>[Upcast]</c> method into its model.</summary>
internal static class UpcastParser
{
    /// <summary>The model of <paramref name="method"/>; null, with MSG014, when nobody can call it or it leads nowhere.</summary>
    public static UpcastModel? Parse(IMethodSymbol method, ParseContext context)
    {
        if ((FindObstacle(method, context.Compilation) ?? FindShapeError(method)) is { } error)
        {
            return Fail(error);
        }

        var from = HandledContract.Find(method.Parameters[0].Type, context.Locate(method), context);
        var to = HandledContract.Find(method.ReturnType, context.Locate(method), context);
        if (from is null || to is null)
        {
            return null;
        }

        return FindVersionError(from, to) is { } versionError ? Fail(versionError) : new UpcastModel
        {
            From = from.Identity,
            To = to.Identity,
            FromType = from.Type.Name,
            FromSubject = from.Subject,
            Call = new UpcastCall(
                method.ContainingType.ToTypeRef().Name + "." + Identifiers.Escape(method.Name), method.Parameters.Length == 2),
            MetadataName = method.ContainingType.MetadataName() + "." + method.Name,
        };

        UpcastModel? Fail(string reason)
        {
            context.Error(Rules.InvalidUpcast, context.Locate(method), HandlerSignature.Display(method), reason);
            return null;
        }
    }

    /// <summary>The upcasters that <paramref name="part"/> of a type declares; null when it declares none that can be called.</summary>
    public static DeclaredUpcasts? ParseIn(SyntaxNode part, INamedTypeSymbol type, ParseContext context)
    {
        var upcasts = type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => Annotated.IsFirstPart(part, method.Attribute(KnownTypes.UpcastAttribute)))
            .Select(method => Parse(method, context.Fresh()))
            .OfType<UpcastModel>()
            .ToEquatableArray();
        return upcasts.Count == 0 ? null : new DeclaredUpcasts(upcasts);
    }

    /// <summary>The upcasters of <paramref name="assembly"/> that a fact is about and that this compilation can call.</summary>
    public static IEnumerable<UpcastModel> Find(FactLine fact, IAssemblySymbol assembly, Compilation compilation, CancellationToken cancellationToken) =>
        MethodsOf(fact, assembly)
            .Select(method => Parse(method, new ParseContext(compilation, report: null, cancellationToken)))
            .OfType<UpcastModel>()
            .Where(upcast => upcast.ToFact() == fact);

    /// <summary>The methods that a fact is about.</summary>
    private static IEnumerable<IMethodSymbol> MethodsOf(FactLine fact, IAssemblySymbol assembly) =>
        fact.Clr.LastIndexOf('.') is var dot and > 0 && assembly.GetTypeByMetadataName(fact.Clr.Substring(0, dot)) is { } type
            ? type.GetMembers(fact.Clr.Substring(dot + 1)).OfType<IMethodSymbol>().Where(static method => method.Has(KnownTypes.UpcastAttribute))
            : [];

    private static string? FindObstacle(IMethodSymbol method, Compilation compilation) => method switch
    {
        { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => "it is a function inside of a method; make it a method of a type",
        { MethodKind: not MethodKind.Ordinary } => "it is no ordinary method",
        { IsStatic: false } => "it is not static",
        { IsAbstract: true } or { IsVirtual: true } => "it is left to other types to implement it",
        { IsGenericMethod: true } => "it is generic",
        _ when IsGeneric(method.ContainingType) => $"'{method.ContainingType.DisplayName()}' is generic, and nobody says with which type",
        _ when Reachability.Explain(method.ContainingType, compilation) is { } reason => reason,
        _ when !Reachability.IsReachable(method, compilation) => "it is " + Reachability.ExplainMember(method),
        _ => null,
    };

    private static bool IsGeneric(INamedTypeSymbol type) => type.TypeParameters.Length > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    private static string? FindShapeError(IMethodSymbol method) => method switch
    {
        { RefKind: not RefKind.None } => "it returns a reference",
        _ when !IsContract(method.ReturnType) => $"it must return a [Message] contract, but '{method.ReturnType.DisplayName()}' is none",
        { Parameters: not ([_] or [_, _]) } => "it must take the older version of its contract, and at most an UpcastContext",
        { Parameters: [var first, ..] } when first.RefKind != RefKind.None || first.IsParams || !IsContract(first.Type) =>
            $"it must take a [Message] contract, by value, but '{first.Type.DisplayName()} {first.Name}' is none",
        { Parameters: [_, var second] } when second.RefKind != RefKind.None || !second.Type.Is(KnownTypes.UpcastContext) =>
            $"its second parameter, '{second.Name}', must be an UpcastContext: what a message becomes depends on nothing else",
        _ => null,
    };

    private static bool IsContract(ITypeSymbol type) =>
        HandledContract.Is(type) && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    private static string? FindVersionError(ContractHeader from, ContractHeader to) => VersionPair.FindError(
        from, to,
        notOlder: $"it must lead to a higher version, not from '{from.Identity}' to '{to.Identity}'",
        request: "a request is answered at once and never waits in a stream; handle its older version too");
}
