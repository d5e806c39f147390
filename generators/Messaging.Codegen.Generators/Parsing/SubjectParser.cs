using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Finds the members that fill a subject's placeholders.</summary>
internal static class SubjectParser
{
    /// <summary>Binds the placeholders of <paramref name="template"/>; null, with MSG204, when one cannot be filled.</summary>
    public static SubjectModel? Parse(INamedTypeSymbol type, SubjectTemplate template, ParseContext context)
    {
        var members = SerializableMembers.Of(type);
        var tokens = new List<ScalarMember>();
        var enums = new List<TokenEnum>();
        var parameters = new LocalNames("subject");
        var isPublic = ContractParser.IsPublic(type);
        var isValid = true;
        foreach (var token in template.Tokens)
        {
            if (!token.IsPlaceholder)
            {
                continue;
            }

            var member = members.FindLast(member => member.Name == token.Text);
            if ((tokens.Exists(other => other.Name == token.Text) ? "it stands there twice" : Explain(token.Text, member, members, type)) is { } error)
            {
                var location = type.Attribute(KnownTypes.MessageAttribute) is { } attribute ? context.Locate(attribute, type) : null;
                context.Error(Rules.SubjectPlaceholder, location, token.Text, template.Text, error);
                isValid = false;
                continue;
            }

            isPublic &= ContractParser.IsPublic(member!.Type);
            tokens.Add(TextMembers.ToModel(member, parameters.Of(token.Text), AddEnum(member.Type, enums)));
        }

        return !isValid
            ? null
            : new SubjectModel
            {
                Template = template,
                Tokens = tokens.ToEquatableArray(),
                Accessibility = isPublic ? "public" : "internal",
                Enums = enums.ToEquatableArray(),
            };
    }

    private static string? Explain(string name, KeyedMember? member, List<KeyedMember> members, INamedTypeSymbol type)
    {
        if (member is null || !MemberNames.IsKeyed(member, type))
        {
            var near = members.Find(candidate => MemberNames.IsKeyed(candidate, type) && string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
            return near is not null ? $"names are compared with their case: did you mean '{{{near.Name}}}'?"
                : member is null ? $"there is no member '{name}'"
                : $"the member '{name}' has no key, so it is no part of the message";
        }

        if (!ScalarTypes.IsToken(TextMembers.KindOf(member.Type)))
        {
            return $"'{member.Type.DisplayName()}' has no form as a token: use a string, an integer, a Guid, an enum, a bool or a char";
        }

        return member.Type.NullableAnnotation == NullableAnnotation.Annotated ? $"the member '{name}' may be null" : null;
    }

    private static string? AddEnum(ITypeSymbol type, List<TokenEnum> enums)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } named)
        {
            return null;
        }

        var typeRef = named.ToTypeRef();
        if (enums.Find(known => known.Type == typeRef) is { } found)
        {
            return found.Name;
        }

        var name = named.Name;
        while (enums.Exists(other => other.Name == name))
        {
            name += "Value";
        }

        enums.Add(new TokenEnum(
            name,
            typeRef,
            ScalarTypes.KindOf(named.EnumUnderlyingType!),
            EnumParser.MembersOf(named).Select(static member => new TokenEnumValue(member.Name, SubjectEscaping.Escape(member.Name))).ToEquatableArray()));
        return name;
    }
}
