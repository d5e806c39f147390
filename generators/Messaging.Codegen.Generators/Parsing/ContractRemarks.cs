using System.Text;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>What the facts say of a contract as a whole, without its identity in front: <c>message event compat=backward</c>.</summary>
internal static class ContractRemarks
{
    public const string CompatibilityMark = "compat=";

    public static EquatableArray<string> Of(INamedTypeSymbol type)
    {
        var reply = ReplyRules.RepliesOf(type).FirstOrDefault();
        var remarks = new List<string> { FactKinds.Message + (reply is null ? " event" : " request") + Compatibility(type) };
        if (reply is not null && ContractHeaderParser.IdentityOf(reply) is { } identity)
        {
            remarks.Add(FactKinds.Reply + " " + identity);
        }

        if (type.Attribute(KnownTypes.AllowBreakAttribute) is { ConstructorArguments: [{ Value: string reason }] } allowed)
        {
            remarks.Add(FactKinds.Break + " " + FactText.Quote(reason) + (allowed.Named("Until") is string until ? " " + FactText.Quote(until) : ""));
        }

        return remarks.ToEquatableArray();
    }

    private static string Compatibility(INamedTypeSymbol type)
    {
        var attribute = type.Attribute(KnownTypes.ContractCompatibilityAttribute)
            ?? type.ContainingAssembly?.Attribute(KnownTypes.ContractCompatibilityAttribute);
        if (attribute?.ConstructorArguments is not [{ Kind: TypedConstantKind.Enum, Type: { } @enum } mode])
        {
            return "";
        }

        var name = @enum.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, mode.Value))?.Name;
        return name is null ? "" : " " + CompatibilityMark + Spell(name);
    }

    /// <summary><c>FullTransitive</c> is <c>full-transitive</c>.</summary>
    private static string Spell(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
