using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Decides how a type travels. Types that get methods of their own are added to the shapes.</summary>
/// <param name="context">The walk.</param>
/// <param name="shapes">The contract's shapes.</param>
/// <param name="isReused">True when messages are read over existing ones too.</param>
internal sealed class WireTypes(ParseContext context, ShapeTable shapes, bool isReused = false)
{
    public ParseContext Context { get; } = context;

    public ShapeTable Shapes { get; } = shapes;

    /// <summary>True when messages are read over existing ones too.</summary>
    public bool IsReused { get; } = isReused;

    /// <summary>The converters that the assembly names for types.</summary>
    public IReadOnlyList<AttributeData> Converters { get; } =
        [.. context.Compilation.Assembly.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(KnownTypes.MessageConverterForAttribute))];

    /// <summary>How <paramref name="type"/> travels; null, with a diagnostic, when it cannot.</summary>
    /// <param name="type">The type as it is declared.</param>
    /// <param name="site">Whose type it is.</param>
    /// <param name="member">The member whose type it is, or null inside of another type.</param>
    public ValueModel? Parse(ITypeSymbol type, ValueSite site, KeyedMember? member = null)
    {
        type = NullableContext.Normalize(type, Context.Compilation);
        if (type.TypeKind == TypeKind.Error)
        {
            // The compiler says so already.
            Context.Invalidate();
            return null;
        }

        if (!IsReachable(type, site))
        {
            return null;
        }

        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return ParseCore(core, type.ToTypeRef(), site, member) is { } value
            ? value with { MinimumBytes = value.Type.IsNullable ? 1 : value.MinimumBytes }
            : null;
    }

    private ValueModel? ParseCore(ITypeSymbol core, TypeRef declared, ValueSite site, KeyedMember? member)
    {
        var converted = ConverterParser.Parse(core, declared, member, site, this, out var isConverted);
        if (isConverted)
        {
            return converted;
        }

        if (ScalarTypes.KindOf(core) is var scalar and not ScalarKind.None)
        {
            if (scalar == ScalarKind.DateTime)
            {
                Context.Warn(Rules.LossyDateTime, site.Location, site.Name);
            }

            return new ValueModel
            {
                Type = declared,
                Kind = ScalarTypes.IsDirect(scalar) ? ValueKind.Direct : ValueKind.Scalar,
                Scalar = scalar,
                Wire = ScalarTypes.WireName(scalar),
                MinimumBytes = ScalarTypes.MinimumBytes(scalar),
            };
        }

        if (core is IArrayTypeSymbol array)
        {
            return SequenceParser.ParseArray(array, declared, site, this);
        }

        if (UnsupportedTypes.Explain(core) is { } reason)
        {
            Context.Error(Rules.UnsupportedMember, site.Location, core.DisplayName(), site.Name, reason);
            return null;
        }

        var named = (INamedTypeSymbol)core;
        if (named.TypeKind == TypeKind.Enum)
        {
            return EnumParser.Parse(named, declared, this);
        }

        var metadataName = named.OriginalDefinition.MetadataName();
        if (CollectionTypes.Sequences.TryGetValue(metadataName, out var sequence))
        {
            return SequenceParser.Parse(named, sequence, declared, site, this);
        }

        return CollectionTypes.Maps.TryGetValue(metadataName, out var map) ? MapParser.Parse(named, map, declared, site, this)
            : metadataName switch
            {
                "System.Collections.Generic.PriorityQueue`2" => SequenceParser.ParsePriorityQueue(named, declared, site, this),
                "System.Linq.IGrouping`2" => TupleParser.ParseGrouping(named, declared, site, this),
                "System.Linq.ILookup`2" => SequenceParser.ParseLookup(named, declared, site, this),
                _ when TupleParser.IsTuple(metadataName) => TupleParser.Parse(named, declared, site, this),
                _ => PartParser.Parse(named, declared, site, this),
            };
    }

    private bool IsReachable(ITypeSymbol type, ValueSite site)
    {
        if (type is not INamedTypeSymbol named)
        {
            return true;
        }

        var reason = Reachability.Explain(named, Context.Compilation);
        if (reason is not null)
        {
            Context.Error(Rules.ContractNotReachable, site.Location, named.DisplayName(), reason);
        }

        return reason is null;
    }
}

/// <summary>Whose type is looked at, for diagnostics.</summary>
/// <param name="Name">The member: <c>OrderPlaced.Lines</c>.</param>
/// <param name="Location">The nearest place in source.</param>
internal readonly record struct ValueSite(string Name, Location? Location);
