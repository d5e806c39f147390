using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Model;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Baseline;

/// <summary>Finds the declarations that facts are about: findings stand where the developer has changed something.</summary>
internal sealed class FactPlaces
{
    private readonly Dictionary<string, INamedTypeSymbol> _types = new(StringComparer.Ordinal);
    private readonly INamedTypeSymbol _contract;
    private readonly ParseContext _context;

    public FactPlaces(INamedTypeSymbol contract, ContractModel model, ParseContext context)
    {
        _contract = contract;
        _context = context;
        _types[model.Header.Identity] = contract;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var shape in model.Shapes)
        {
            var wire = shape switch
            {
                PartShape part => part.Wire,
                UnionShape union => union.Wire,
                EnumShape @enum => WireType.EnumPrefix + @enum.Name,
                _ => null,
            };
            if (wire is not null && !FactLine.IsContract(wire))
            {
                names[shape.Type.Name] = FactLine.Inside(model.Header.Identity, wire);
            }
        }

        Walk(contract, names, []);
    }

    /// <summary>Where a member is declared, or its type, or the contract.</summary>
    public Location? Find(string head, string? member)
    {
        if (!_types.TryGetValue(head, out var type))
        {
            return _context.Locate(_contract);
        }

        for (var current = member is null ? null : type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(member!).FirstOrDefault(static symbol => symbol is IPropertySymbol or IFieldSymbol) is { } symbol)
            {
                return _context.Locate(symbol) ?? _context.Locate(_contract);
            }
        }

        return _context.Locate(type) ?? _context.Locate(_contract);
    }

    /// <summary>The name to call a place by.</summary>
    public string NameOf(string head, string? member) =>
        (_types.TryGetValue(head, out var type) ? type : _contract).DisplayName() + (member is null ? "" : "." + member);

    private void Walk(ITypeSymbol type, Dictionary<string, string> heads, HashSet<ITypeSymbol> seen)
    {
        if (heads.Count == 0 || !seen.Add(type))
        {
            return;
        }

        if (type is IArrayTypeSymbol array)
        {
            Walk(array.ElementType, heads, seen);
            return;
        }

        if (type is not INamedTypeSymbol named)
        {
            return;
        }

        if (heads.TryGetValue(named.ToTypeRef().AsNonNullable().Name, out var head) && !_types.ContainsKey(head))
        {
            _types.Add(head, named);
        }
        else if (!SymbolEqualityComparer.Default.Equals(named, _contract) && named.SpecialType != SpecialType.None)
        {
            return;
        }

        foreach (var argument in named.TypeArguments)
        {
            Walk(argument, heads, seen);
        }

        foreach (var attribute in named.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(Generators.KnownTypes.UnionAttribute)))
        {
            if (attribute.ConstructorArguments is [_, { Value: ITypeSymbol @case }])
            {
                Walk(@case, heads, seen);
            }
        }

        if (_types.ContainsValue(named))
        {
            foreach (var member in SerializableMembers.Of(named))
            {
                Walk(member.Type, heads, seen);
            }
        }
    }
}
