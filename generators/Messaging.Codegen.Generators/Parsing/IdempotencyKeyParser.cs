using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Finds the members with <c>[IdempotencyKey]</c>.</summary>
internal static class IdempotencyKeyParser
{
    /// <summary>The members in the order of their keys; reports MSG012 for those that cannot be part of a message's key.</summary>
    public static EquatableArray<ScalarMember> Parse(INamedTypeSymbol type, ParseContext context)
    {
        var members = new List<(int Key, ScalarMember Member)>();
        foreach (var member in SerializableMembers.Of(type))
        {
            if (!IsMarked(member, type))
            {
                continue;
            }

            if (!MemberNames.IsKeyed(member, type))
            {
                context.Error(
                    Rules.IdempotencyKeyMember, context.Locate(member.Symbol), member.Symbol.DisplayName(), "it has no [Key], so readers do not know it");
            }
            else if (TextMembers.KindOf(member.Type) == ScalarKind.None)
            {
                context.Error(
                    Rules.IdempotencyKeyMember,
                    context.Locate(member.Symbol),
                    member.Symbol.DisplayName(),
                    $"'{member.Type.DisplayName()}' is no scalar value, so it has no text of its own");
            }
            else
            {
                members.Add((KeyOf(member), TextMembers.ToModel(member, Identifiers.CamelCase(member.Name), TextMembers.Core(member.Type).TypeKind == TypeKind.Enum ? member.Type.Name : null)));
            }
        }

        // Names have no order of their own, so those members stay in that of their declaration.
        return members.OrderBy(static item => item.Key).Select(static item => item.Member).ToEquatableArray();
    }

    private static int KeyOf(KeyedMember member) =>
        member.Attribute(KnownTypes.KeyAttribute) is { ConstructorArguments: [{ Value: int key }] } ? key : 0;

    /// <summary>In a positional record the attribute stands on the parameter, unless it says <c>property:</c>.</summary>
    private static bool IsMarked(KeyedMember member, INamedTypeSymbol type) =>
        member.Attribute(KnownTypes.IdempotencyKeyAttribute) is not null
            || type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter =>
                parameter.Name == member.Name && parameter.Has(KnownTypes.IdempotencyKeyAttribute)));
}
