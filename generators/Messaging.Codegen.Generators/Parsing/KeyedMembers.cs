using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Finds the members of a type and of its bases, and what is wrong with their keys.</summary>
internal static class KeyedMembers
{
    /// <summary>Every key up to the highest costs a byte in each message, so a larger one is a slip of the pen.</summary>
    public const int MaxKey = 1023;

    /// <summary>True when some member has a key, or the type says that it has none on purpose.</summary>
    public static bool HasAny(INamedTypeSymbol type) =>
        type.Has(KnownTypes.MessageAttribute)
            || type.Has(KnownTypes.MessagePackObjectAttribute)
            || SerializableMembers.Of(type).Any(static member => member.Attribute(KnownTypes.KeyAttribute) is not null);

    /// <summary>True when the type has a member of that name, case aside, which needs a key and has none: MSG101.</summary>
    public static bool LacksKey(INamedTypeSymbol type, string name) =>
        SerializableMembers.Of(type).Exists(member =>
            string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)
            && !MemberNames.IsKeyed(member, type)
            && !SerializableMembers.IsIgnored(member)
            && SerializableMembers.NeedsKey(member.Symbol));

    /// <summary>True when code outside of the type can do all that its serializer has to.</summary>
    public static bool AllReachable(INamedTypeSymbol type, Compilation compilation) =>
        type.InstanceConstructors.Any(constructor => Reachability.IsReachable(constructor, compilation))
            && SerializableMembers.Of(type).All(member =>
                !MemberNames.IsKeyed(member, type)
                || (member.IsReadable(compilation.Assembly, type, compilation)
                    && (member.Setter is not { } setter || Reachability.IsReachable(setter, compilation))));

    /// <summary>The keyed members in the order of their keys.</summary>
    /// <param name="type">The type.</param>
    /// <param name="within">Whose code reads and writes the members: the type itself, or the assembly.</param>
    /// <param name="fallback">Where to report what is wrong with a member that is not in source.</param>
    /// <param name="context">The walk.</param>
    public static List<KeyedMember> Collect(INamedTypeSymbol type, ISymbol within, Location? fallback, ParseContext context)
    {
        var keyed = new List<KeyedMember>();
        var unkeyed = new List<KeyedMember>();
        var keys = new KeyReader(type);
        if (MemberNames.AreImplicitAndPrivate(type))
        {
            context.Error(
                Rules.KeyMisuse, fallback, type.DisplayName(), "keyAsPropertyName with AllowPrivate takes in all private state: leave AllowPrivate out, or give the members keys");
        }

        foreach (var member in SerializableMembers.Of(type))
        {
            var location = context.Locate(member.Symbol) ?? fallback;
            var attribute = member.Attribute(KnownTypes.KeyAttribute);
            var isIgnored = SerializableMembers.IsIgnored(member);
            if (!MemberNames.IsKeyed(member, type))
            {
                ConverterParser.CheckUnkeyed(member, location, context);
                if (!isIgnored && SerializableMembers.NeedsKey(member.Symbol))
                {
                    unkeyed.Add(member);
                }
            }
            else if ((isIgnored ? "it has [IgnoreMember] too" : keys.Read(member, attribute) ?? SerializableMembers.ExplainMisuse(member)) is { } misuse)
            {
                context.Error(Rules.KeyMisuse, location, member.Symbol.DisplayName(), misuse);
            }
            else if (SerializableMembers.FindHiding(member.Symbol, type) is { } hiding)
            {
                context.Error(
                    Rules.KeyMisuse, context.Locate(hiding) ?? fallback, member.Symbol.DisplayName(), $"'{hiding.DisplayName()}' hides it; rename one of them");
            }
            else if (Reachability.IsForbidden(member.Symbol))
            {
                context.Error(Rules.ContractNotReachable, location, member.Symbol.DisplayName(), "it is obsolete, and its use an error");
            }
            else if (!member.IsReadable(within, type, context.Compilation) && !AccessorParser.CanReachInto(member.Symbol.ContainingType, context))
            {
                ReportHidden(member, location, context);
            }
            else
            {
                CheckKey(member, keyed, location, context);
                keyed.Add(member);
            }
        }

        ReportUnkeyed(unkeyed, NextKey(keyed, type), keys.AreNames, fallback, context);
        if (keys.AreNames)
        {
            return MemberNames.Order(keyed, type);
        }

        keyed.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return keyed;
    }

    private static void ReportHidden(KeyedMember member, Location? location, ParseContext context)
    {
        var owner = member.Symbol.ContainingType;
        var word = "it is " + Reachability.Word(member.Symbol.DeclaredAccessibility);
        if (context.Locate(owner) is null)
        {
            context.Error(Rules.ContractNotReachable, location, member.Symbol.DisplayName(), word);
        }
        else
        {
            context.Error(
                Rules.ContractNotReachable,
                location,
                FixProperties.Flag(FixProperties.MissingPartial),
                member.Symbol.DisplayName(),
                $"{word}, and '{owner.DisplayName()}' is not partial: make the type partial, or the member internal");
        }
    }

    private static void CheckKey(KeyedMember member, List<KeyedMember> others, Location? location, ParseContext context)
    {
        if (member.Key is < 0 or > MaxKey)
        {
            context.Error(Rules.KeyOutOfRange, location, member.Key, member.Symbol.DisplayName(), MaxKey);
        }

        if (Reservations.Holds(member))
        {
            context.Error(Rules.KeyReserved, location, member.Symbol.DisplayName(), $"the key {KeyText(member)} is reserved for a member that is gone; take another one");
        }

        if (others.Find(other => other.Key == member.Key && other.KeyName == member.KeyName) is { } twin)
        {
            context.Error(Rules.DuplicateKey, location, member.Symbol.DisplayName(), KeyText(member), twin.Symbol.DisplayName());
        }
    }

    private static string KeyText(KeyedMember member) =>
        member.KeyName is { } name ? Emit.Identifiers.Literal(name) : Emit.Identifiers.Literal(member.Key);

    private static void ReportUnkeyed(List<KeyedMember> unkeyed, int next, bool areNames, Location? fallback, ParseContext context)
    {
        foreach (var member in unkeyed)
        {
            if (areNames)
            {
                var name = Emit.Identifiers.Literal(member.Name);
                context.Error(Rules.MissingKey, context.Locate(member.Symbol) ?? fallback, FixProperties.NameForKey(name), member.Symbol.DisplayName(), name);
                continue;
            }

            context.Error(Rules.MissingKey, context.Locate(member.Symbol) ?? fallback, FixProperties.NextKey(next), member.Symbol.DisplayName(), next);
            next++;
        }
    }

    private static int NextKey(List<KeyedMember> keyed, INamedTypeSymbol type) =>
        keyed.Select(static member => member.Key).Concat(Reservations.NumbersOf(type)).DefaultIfEmpty(-1).Max() + 1;
}
