using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads <c>[Message]</c> attributes.</summary>
internal static class ContractHeaderParser
{
    /// <summary>Longer names would make subjects and message ids that the server's control line has no room for.</summary>
    private const int MaxNameLength = 200;

    /// <summary>True when <paramref name="type"/> carries the attribute.</summary>
    public static bool IsContract(ITypeSymbol type) => type.Has(KnownTypes.MessageAttribute);

    /// <summary>
    /// What the attribute of <paramref name="type"/> says; null when there is none or it is invalid, which is reported. Members are not looked at.
    /// </summary>
    public static ContractHeader? Parse(INamedTypeSymbol type, ParseContext context)
    {
        if (type.Attribute(KnownTypes.MessageAttribute) is not { ConstructorArguments.Length: 1 } attribute)
        {
            return null;
        }

        var location = context.Locate(attribute, type);
        var name = attribute.ConstructorArguments[0].Value as string ?? "";
        if (FindNameError(name) is { } error)
        {
            context.Error(Rules.InvalidIdentity, location, name, "name", error);
            return null;
        }

        var version = attribute.Named("Version") as int? ?? 1;
        if (version < 1)
        {
            context.Error(Rules.InvalidIdentity, location, Identifiers.Literal(version), "version", "versions begin with 1");
            return null;
        }

        var template = attribute.Named("Subject") as string ?? name + ".v" + Identifiers.Literal(version);
        if (SubjectTemplateParser.Parse(template, location, context) is not { } subject)
        {
            return null;
        }

        return new ContractHeader
        {
            Type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToTypeRef(),
            Name = name,
            Version = version,
            Subject = subject,
            IsReusable = IsReusable(type),
            Reply = FindReply(type),
            Remarks = ContractRemarks.Of(type),
        };
    }

    /// <summary><c>name/vN</c> of a contract, or null when <paramref name="type"/> is none.</summary>
    public static string? IdentityOf(ITypeSymbol type) =>
        type.Attribute(KnownTypes.MessageAttribute) is { ConstructorArguments: [{ Value: string name }] } attribute
            ? name + "/v" + Identifiers.Literal(attribute.Named("Version") as int? ?? 1)
            : null;

    /// <summary>True when messages are read over existing ones too.</summary>
    public static bool IsReusable(INamedTypeSymbol type) => type.Attribute(KnownTypes.MessageAttribute)?.Named("Reuse") is true;

    /// <summary>True when the type asks for a reply.</summary>
    public static bool IsRequest(INamedTypeSymbol type) => FindReply(type) is not null;

    private static TypeRef? FindReply(INamedTypeSymbol type)
    {
        var replies = ReplyRules.RepliesOf(type);
        return replies.Count == 0 ? null : replies[0].WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToTypeRef();
    }

    private static string? FindNameError(string name)
    {
        if (name.Length is 0 or > MaxNameLength)
        {
            return "it must have 1 to 200 characters";
        }

        foreach (var token in name.Split('.'))
        {
            if (token.Length == 0)
            {
                return "every dot must stand between two tokens";
            }

            foreach (var c in token)
            {
                if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'))
                {
                    return $"only letters, digits, '-', '_' and dots are allowed, not '{c}'";
                }
            }
        }

        return null;
    }
}
