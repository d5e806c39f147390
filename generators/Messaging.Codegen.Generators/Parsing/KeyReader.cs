using System.Text;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads the keys of one type's members, which are either all numbers or all names.</summary>
/// <param name="type">The type.</param>
internal sealed class KeyReader(INamedTypeSymbol type)
{
    /// <summary>The longest name that a header of three bytes announces.</summary>
    private const int MaxNameBytes = ushort.MaxValue;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly bool _areImplicit = MemberNames.AreImplicit(type);

    /// <summary>True when the keys are names, and the type travels as a map.</summary>
    public bool AreNames { get; } = MemberNames.AreUsed(type);

    /// <summary>Notes the key of <paramref name="member"/> on it; what is wrong with the key, or null.</summary>
    /// <param name="member">A member that has a key.</param>
    /// <param name="attribute">The key, or null where the member's own name is it.</param>
    public string? Read(KeyedMember member, AttributeData? attribute)
    {
        switch (attribute?.ConstructorArguments)
        {
            case null:
                member.KeyName = member.Name;
                return null;
            case [{ Value: int }] when AreNames:
                return "the other members have names for keys, and a type travels as an array or as a map";
            case [{ Value: int key }]:
                member.Key = key;
                return null;
            case [{ Value: string }] when !AreNames:
                return "the other members have numbers for keys, and a type travels as an array or as a map";
            case [{ Value: string name }] when _areImplicit:
                member.KeyName = name;
                return name == member.Name ? null : "keyAsPropertyName calls the members of the type by their own names: remove one of the two";
            case [{ Value: string name }]:
                member.KeyName = name;
                return ExplainName(name);
            default:
                return "its key is null";
        }
    }

    private static string? ExplainName(string name)
    {
        if (name.Length == 0)
        {
            return "its name is empty, which MessagePack-CSharp writes but cannot read";
        }

        try
        {
            return Strict.GetByteCount(name) > MaxNameBytes ? "its name is longer than 65,535 bytes" : null;
        }
        catch (EncoderFallbackException)
        {
            return "its name has half of a surrogate pair, which UTF-8 cannot say";
        }
    }
}
