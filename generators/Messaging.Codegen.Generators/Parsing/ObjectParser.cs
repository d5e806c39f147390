using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>The layout of a type with keyed members, and how it is put together again.</summary>
internal static class ObjectParser
{
    /// <summary>Names that the emitted methods use themselves.</summary>
    private static readonly string[] ReservedLocals = ["message", "value", "writer", "reader", "start", "fields", "p"];

    /// <summary>The same for members with names.</summary>
    private static readonly string[] ReservedLocalsOfMaps = ["message", "value", "writer", "reader", "start", "pairs", "name", "p"];

    /// <summary>Parses <paramref name="type"/>; null, with diagnostics, when something is wrong with it or a member.</summary>
    /// <param name="type">A class or struct.</param>
    /// <param name="within">The type itself when its serializer is written into it, else null.</param>
    /// <param name="site">What has the type.</param>
    /// <param name="types">Decides how members travel.</param>
    public static ObjectModel? Parse(INamedTypeSymbol type, INamedTypeSymbol? within, ValueSite site, WireTypes types)
    {
        var context = types.Context;
        var scope = (ISymbol?)within ?? context.Compilation.Assembly;
        var members = KeyedMembers.Collect(type, scope, site.Location, context);
        var values = members.ConvertAll(member => types.Parse(
            member.Type, new ValueSite(member.Symbol.DisplayName(), context.Locate(member.Symbol) ?? site.Location), member));
        if (ConstructorBinding.Choose(type, members, scope, site, context) is not { } binding || !CheckRequired(type, members, binding, site, context))
        {
            return null;
        }

        var isMap = MemberNames.AreUsed(type);
        var names = new LocalNames(isMap ? ReservedLocalsOfMaps : ReservedLocals);
        var rules = new MemberRules(type, binding, scope, site, types);
        var models = new List<MemberModel>();
        for (var i = 0; i < members.Count; i++)
        {
            if (rules.Parse(members[i], values[i], names) is { } model)
            {
                models.Add(model);
            }
        }

        return models.Count < members.Count || context.HasErrors
            ? null
            : new ObjectModel
            {
                Type = type.ToTypeRef().AsNonNullable(),
                Count = members.Count == 0 ? 0 : members[^1].Key + 1,
                IsMap = isMap,
                Reserved = Reservations.KeysOf(type, isMap),
                Members = models.ToEquatableArray(),
                Constructor = binding.IsReachable
                    ? null
                    : AccessorParser.New(binding.Constructor, types.Shapes.FindName(type.ToTypeRef().AsNonNullable().Name) ?? type.Name, types),
                Arguments = binding.Arguments.Select((member, i) => Argument(member, binding.Constructor.Parameters[i])).ToEquatableArray(),
            };
    }

    private static ConstructorArgument Argument(KeyedMember member, IParameterSymbol parameter) =>
        new(member.Key, member.Type.ToTypeRef().IsNullable && !parameter.Type.ToTypeRef().IsNullable ? "!" : "");

    /// <summary>A <c>required</c> member without a key cannot be set, but no object can be made without setting it.</summary>
    private static bool CheckRequired(INamedTypeSymbol type, List<KeyedMember> members, ConstructorBinding binding, ValueSite site, ParseContext context)
    {
        if (binding.SetsRequiredMembers)
        {
            return true;
        }

        foreach (var member in SerializableMembers.Of(type))
        {
            if (member.IsRequired && !members.Exists(keyed => keyed.Name == member.Name))
            {
                if (!context.HasErrors)
                {
                    context.Error(
                        Rules.NoConstructor,
                        context.Locate(member.Symbol) ?? site.Location,
                        type.DisplayName(),
                        $"the required member '{member.Name}' has no key, so nothing can set it");
                }

                return false;
            }
        }

        return true;
    }
}
