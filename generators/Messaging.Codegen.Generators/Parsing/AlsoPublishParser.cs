using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Finds the older versions that are published with a contract, and the methods that make them.</summary>
internal static class AlsoPublishParser
{
    /// <summary>The older versions, the nearest first; what cannot be published is MSG015.</summary>
    public static EquatableArray<CopyModel> Parse(INamedTypeSymbol type, ContractHeader header, ParseContext context)
    {
        var copies = new List<(int Version, CopyModel Model)>();
        foreach (var attribute in type.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(KnownTypes.AlsoPublishAttribute)))
        {
            if (TargetOf(attribute) is not { } target)
            {
                // The compiler complains about what is no type.
                context.Invalidate();
                continue;
            }

            var location = context.Locate(attribute, type);
            var older = HandledContract.Find(target, location, context);
            var error = older is null ? HandledContract.Is(target) ? null : $"'{target.DisplayName()}' is no [Message] contract"
                : FindVersionError(older, header) ?? (copies.Exists(copy => copy.Model.Identity == older.Identity) ? "it is named twice" : null);
            if (error is not null)
            {
                context.Error(Rules.InvalidAlsoPublish, location, type.DisplayName(), target.DisplayName(), error);
            }
            else if (older is not null && FindMethod(type, target, location, context) is { } method)
            {
                copies.Add((older.Version, new CopyModel(older.Identity, older.Type.Name, header.Type.Name + "." + Identifiers.Escape(method.Name))));
            }
        }

        return copies.OrderByDescending(static copy => copy.Version).Select(static copy => copy.Model).ToEquatableArray();
    }

    /// <summary>Reports, as MSG015, a downcaster that nothing asks for.</summary>
    public static void CheckMethod(IMethodSymbol method, ParseContext context)
    {
        if (!method.ContainingType.GetAttributes().Any(attribute =>
            attribute.AttributeClass.Is(KnownTypes.AlsoPublishAttribute)
            && TargetOf(attribute) is { } target
            && SymbolEqualityComparer.Default.Equals(target, method.ReturnType)))
        {
            context.Error(
                Rules.InvalidAlsoPublish, context.Locate(method), method.ContainingType.DisplayName(), method.ReturnType.DisplayName(),
                $"'{method.Name}' has [Downcast], but its type has no [AlsoPublish(typeof({method.ReturnType.Name}))]");
        }
    }

    private static INamedTypeSymbol? TargetOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } target }] ? target : null;

    private static IMethodSymbol? FindMethod(INamedTypeSymbol type, INamedTypeSymbol target, Location? location, ParseContext context)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.Has(KnownTypes.DowncastAttribute) && SymbolEqualityComparer.Default.Equals(method.ReturnType, target))
            .ToArray();
        var wanted = $"'[Downcast] static {target.Name} To({type.Name} message)'";
        var error = methods switch
        {
            [] => $"it has no method {wanted} that makes it",
            [_, _, ..] => "two of its methods make it",
            [{ IsStatic: false } or { IsGenericMethod: true } or { RefKind: not RefKind.None } or { IsAbstract: true } or { IsVirtual: true }] =>
                $"'{methods[0].Name}' must be as {wanted}",
            [{ Parameters: not [{ RefKind: RefKind.None }] } or { Parameters: [{ IsParams: true }] }] => $"'{methods[0].Name}' must be as {wanted}",
            [var method] when !SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type) => $"'{method.Name}' must be as {wanted}",
            _ => null,
        };
        if (error is not null)
        {
            context.Error(Rules.InvalidAlsoPublish, location, type.DisplayName(), target.DisplayName(), error);
            return null;
        }

        return methods[0];
    }

    private static string? FindVersionError(ContractHeader older, ContractHeader newer) => VersionPair.FindError(
        older, newer, notOlder: $"'{older.Identity}' is not older than '{newer.Identity}'", request: "a request is not published");
}
