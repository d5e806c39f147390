using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Finds the member that <c>[Handler(PartitionBy = …)]</c> names.</summary>
internal static class PartitionParser
{
    private const string Option = "PartitionBy";

    /// <summary>The member; null when the attribute names none, or, with MSG314, one that cannot order messages.</summary>
    public static PartitionModel? Parse(AttributeData attribute, IMethodSymbol method, INamedTypeSymbol contract, ParseContext context)
    {
        if (attribute.Named(Option) is not string name)
        {
            return null;
        }

        var member = SerializableMembers.Of(contract).LastOrDefault(candidate => candidate.Name == name);
        if (FindError(member, name, contract, context.Compilation) is { } error)
        {
            var location = new AttributeOptions(attribute, method, context).LocationOf(Option);
            context.Error(Rules.PartitionMember, location, HandlerSignature.Display(method), name, error);
            return null;
        }

        return new PartitionModel(name, Conversion(member!.Type));
    }

    private static string? FindError(KeyedMember? member, string name, INamedTypeSymbol contract, Compilation compilation) => member switch
    {
        null => $"'{contract.DisplayName()}' has no property or field of that name; name one of them by nameof(…)",
        { Symbol.IsStatic: true } => "it is static, so all messages have the same value",
        { Symbol: IPropertySymbol, Getter: null } => "it has no getter",
        { Getter: { } getter } when !Reachability.IsReachable(getter, compilation) => "its getter is " + Reachability.ExplainMember(getter),
        _ when !Reachability.IsReachable(member.Symbol, compilation) => "it is " + Reachability.ExplainMember(member.Symbol),
        _ when TextMembers.KindOf(member.Type) == ScalarKind.None =>
            $"'{member.Type.DisplayName()}', its type, has no values that are equal or not: take a string, a number, a Guid, an enum or a date",
        _ => null,
    };

    /// <summary>Integers and enums are compared as one type, so that contracts may write the same key differently.</summary>
    private static string? Conversion(ITypeSymbol type)
    {
        var core = TextMembers.Core(type);
        var number = TextMembers.KindOf(type) switch
        {
            ScalarKind.UInt64 => "ulong",
            >= ScalarKind.SByte and <= ScalarKind.Int64 => "long",
            _ => null,
        };
        return number is null || core.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 ? null
            : SymbolEqualityComparer.Default.Equals(core, type) ? number : number + "?";
    }
}
