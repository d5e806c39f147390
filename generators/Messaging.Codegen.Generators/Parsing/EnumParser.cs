using System.Globalization;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Enums: numbers on the wire, checked when they are read.</summary>
internal static class EnumParser
{
    private const string UnknownMember = "Unknown";

    public static ValueModel Parse(INamedTypeSymbol type, TypeRef declared, WireTypes types)
    {
        var underlying = ScalarTypes.KindOf(type.EnumUnderlyingType!);
        var isOpen = type.Has(KnownTypes.OpenEnumAttribute);
        var shape = types.Shapes.GetOrAdd(type, entry =>
        {
            CheckZero(type, types.Context);
            return ParseShape(type, entry.Name, underlying, isOpen);
        });
        return new ValueModel
        {
            Type = declared,
            Kind = isOpen ? ValueKind.OpenEnum : ValueKind.Enum,
            Scalar = underlying,
            Shape = shape.Name,
            Wire = WireType.EnumPrefix + shape.Name,
        };
    }

    /// <summary>The members in the order of their numbers, the first name of each number only.</summary>
    public static IEnumerable<(string Name, decimal Number)> MembersOf(INamedTypeSymbol type)
    {
        var seen = new HashSet<decimal>();
        var members = new List<(string Name, decimal Number)>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture) is var number && seen.Add(number))
            {
                members.Add((field.Name, number));
            }
        }

        return members.OrderBy(static member => member.Number);
    }

    /// <summary>MSG109 for an enum of this compilation whose default is none of its members. No flag at all is a fine combination of flags.</summary>
    private static void CheckZero(INamedTypeSymbol type, ParseContext context)
    {
        if (!type.Has("System.FlagsAttribute") && context.Locate(type) is { } location && MembersOf(type).All(static member => member.Number != 0))
        {
            context.Warn(Rules.EnumWithoutZero, location, type.DisplayName());
        }
    }

    private static EnumShape ParseShape(INamedTypeSymbol type, string name, ScalarKind underlying, bool isOpen)
    {
        var members = MembersOf(type).ToList();
        return new EnumShape
        {
            Name = name,
            Type = type.ToTypeRef(),
            DisplayName = type.DisplayName(),
            Underlying = underlying,
            IsOpen = isOpen,
            KnownCondition = type.Has("System.FlagsAttribute") ? FlagsCondition(members, underlying) : RangeCondition(members),
            Reserved = Reservations.TagsOf(type).Select(Reservations.Number).ToEquatableArray(),
            UnknownMember = type.GetMembers(UnknownMember).OfType<IFieldSymbol>().Any() ? UnknownMember : null,
            Members = members.Select(static member => new EnumMember(member.Name, Text(member.Number))).ToEquatableArray(),
        };
    }

    /// <summary><c>number is &gt;= 0 and &lt;= 3 or 7</c>.</summary>
    private static string RangeCondition(List<(string Name, decimal Number)> members)
    {
        if (members.Count == 0)
        {
            return "false";
        }

        var ranges = new List<string>();
        for (var first = 0; first < members.Count;)
        {
            var last = first;
            while (last + 1 < members.Count && members[last + 1].Number == members[last].Number + 1)
            {
                last++;
            }

            ranges.Add((last - first) switch
            {
                0 => Text(members[first].Number),
                1 => Text(members[first].Number) + " or " + Text(members[last].Number),
                _ => ">= " + Text(members[first].Number) + " and <= " + Text(members[last].Number),
            });
            first = last + 1;
        }

        return "number is " + string.Join(" or ", ranges);
    }

    /// <summary><c>(number &amp; ~7) == 0</c>: only bits that some member has.</summary>
    private static string FlagsCondition(List<(string Name, decimal Number)> members, ScalarKind underlying)
    {
        var mask = members.Aggregate(0L, static (bits, member) => bits | Bits(member.Number));
        return underlying == ScalarKind.UInt64
            ? "(number & ~" + unchecked((ulong)mask).ToString(CultureInfo.InvariantCulture) + "UL) == 0"
            : "(number & ~" + mask.ToString(CultureInfo.InvariantCulture) + "L) == 0";
    }

    private static long Bits(decimal number) => number < 0 ? (long)number : unchecked((long)(ulong)number);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
