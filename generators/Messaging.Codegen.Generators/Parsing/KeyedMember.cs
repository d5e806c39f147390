using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>A property or field that may have a key.</summary>
/// <param name="symbol">An <see cref="IPropertySymbol"/> or an <see cref="IFieldSymbol"/>.</param>
internal sealed class KeyedMember(ISymbol symbol)
{
    public ISymbol Symbol { get; } = symbol;

    public int Key { get; set; }

    /// <summary>The name for a key, or null when it is a number.</summary>
    public string? KeyName { get; set; }

    public string Name => Symbol.Name;

    public ITypeSymbol Type => Symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)Symbol).Type;

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>True when the member has no key of its own, and its name stands for it.</summary>
    public bool IsNamedAfterItself => KeyName is not null && Attribute(KnownTypes.KeyAttribute) is null;

    /// <summary>True when everybody can set the value, be it in an initializer.</summary>
    public bool IsPubliclySettable =>
        Symbol is IFieldSymbol { IsReadOnly: false, DeclaredAccessibility: Accessibility.Public } || Setter is { DeclaredAccessibility: Accessibility.Public };

    /// <summary>True when the value can only be given in an initializer or by an accessor.</summary>
    public bool IsInitOnly => Setter is { IsInitOnly: true };

    /// <summary>The setter that the runtime type has, also when it is inherited by an override of the getter alone.</summary>
    public IMethodSymbol? Setter
    {
        get
        {
            for (var property = Symbol as IPropertySymbol; property is not null; property = property.OverriddenProperty)
            {
                if (property.SetMethod is { } setter)
                {
                    return setter;
                }
            }

            return null;
        }
    }

    public IMethodSymbol? Getter
    {
        get
        {
            for (var property = Symbol as IPropertySymbol; property is not null; property = property.OverriddenProperty)
            {
                if (property.GetMethod is { } getter)
                {
                    return getter;
                }
            }

            return null;
        }
    }

    /// <summary>The attribute, which an override inherits.</summary>
    public AttributeData? Attribute(string metadataName)
    {
        for (var current = Symbol; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (current.Attribute(metadataName) is { } attribute)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>True when the value can be read by code in <paramref name="within"/>.</summary>
    public bool IsReadable(ISymbol within, INamedTypeSymbol through, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(Symbol, within, through)
            && (Symbol is IFieldSymbol || (Getter is { } getter && compilation.IsSymbolAccessibleWithin(getter, within, through)));

    /// <summary>True when code in <paramref name="within"/> can set the value, be it in an initializer.</summary>
    public bool IsSettable(ISymbol within, INamedTypeSymbol through, Compilation compilation) =>
        Symbol is IFieldSymbol field
            ? !field.IsReadOnly && compilation.IsSymbolAccessibleWithin(field, within, through)
            : Setter is { } setter && compilation.IsSymbolAccessibleWithin(setter, within, through);
}
