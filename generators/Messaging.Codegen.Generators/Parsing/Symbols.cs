using System.Runtime.CompilerServices;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Names of symbols. Types are compared by their metadata name, so that no compilation has to be asked for known symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat TypeName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat NamespaceName = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat ClrName = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>Per namespace or type, the names in it that differ from another one in nothing but case.</summary>
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Twins = new();

    /// <summary>True when <paramref name="type"/>'s definition has this metadata name, for example <c>System.Collections.Generic.List`1</c>.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName) =>
        type is INamedTypeSymbol named && Ends(named.OriginalDefinition, metadataName, metadataName.Length);

    /// <summary><c>Shop.Outer+Inner`1</c>.</summary>
    public static string MetadataName(this INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        if (type.ContainingType is { } outer)
        {
            return MetadataName(outer) + "+" + name;
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None)) + "." + name
            : name;
    }

    /// <summary>The namespace as code writes it, or null for the global one.</summary>
    public static string? NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(NamespaceName) : null;

    /// <summary>The name for messages, facts and comments: <c>Shop.OrderPlaced</c>, <c>Shop.OrderPlaced.Lines</c>.</summary>
    public static string DisplayName(this ISymbol symbol) => symbol.ToDisplayString(ClrName);

    public static TypeRef ToTypeRef(this ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return new TypeRef(nullable.TypeArguments[0].ToDisplayString(TypeName), IsValueType: true, IsNullable: true);
        }

        return new TypeRef(
            type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(TypeName),
            type.IsValueType,
            IsNullable: !type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
    }

    /// <summary>The first attribute of this type, or null.</summary>
    public static AttributeData? Attribute(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Has(this ISymbol symbol, string attribute) => symbol.Attribute(attribute) is not null;

    /// <summary>The value of a named argument, or null when the attribute does not set it.</summary>
    public static object? Named(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>The name of the enum's member that has this value, or null when none has.</summary>
    public static string? MemberName(this TypedConstant constant)
    {
        foreach (var field in constant.Type!.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && Equals(field.ConstantValue, constant.Value))
            {
                return field.Name;
            }
        }

        return null;
    }

    /// <summary>The emitted file's name for a type.</summary>
    public static string HintNameOf(INamedTypeSymbol type, string kind) => HintName.For(MetadataName(type), kind, HasTwin(type));

    /// <summary>
    /// True when the first <paramref name="length"/> characters of <paramref name="name"/> are the symbol's metadata name. Compared part by part: every
    /// attribute of every member is asked for its name.
    /// </summary>
    private static bool Ends(INamespaceOrTypeSymbol symbol, string name, int length)
    {
        var part = symbol.MetadataName;
        var start = length - part.Length;
        if (start < 0 || string.CompareOrdinal(name, start, part, 0, part.Length) != 0)
        {
            return false;
        }

        var outer = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        return outer is null or INamespaceSymbol { IsGlobalNamespace: true }
            ? start == 0
            : start > 0 && name[start - 1] == (outer.IsType ? '+' : '.') && Ends(outer, name, start - 1);
    }

    private static bool HasTwin(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol symbol = type; symbol.ContainingSymbol is INamespaceOrTypeSymbol outer; symbol = outer)
        {
            if (Twins.GetValue(outer, FindTwins).Contains(symbol.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> FindTwins(INamespaceOrTypeSymbol outer) =>
        new(
            outer.GetMembers()
                .OfType<INamespaceOrTypeSymbol>()
                .Select(static member => member.Name)
                .Distinct(StringComparer.Ordinal)
                .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
                .Where(static names => names.Skip(1).Any())
                .SelectMany(static names => names),
            StringComparer.Ordinal);
}
