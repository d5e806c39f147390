using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Members whose values become text: tokens of subjects and parts of keys.</summary>
internal static class TextMembers
{
    /// <summary>The scalar that <paramref name="type"/> is or is based on, <see cref="ScalarKind.None"/> when it is neither or has no text.</summary>
    public static ScalarKind KindOf(ITypeSymbol type)
    {
        var core = Core(type) is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : Core(type);
        return ScalarTypes.KindOf(core) is var kind && ScalarTypes.IsText(kind) ? kind : ScalarKind.None;
    }

    /// <summary>The type without <c>?</c>.</summary>
    public static ITypeSymbol Core(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static ScalarMember ToModel(KeyedMember member, string parameter, string? enumName) =>
        new(member.Name, parameter, member.Type.ToTypeRef(), KindOf(member.Type), enumName);
}
