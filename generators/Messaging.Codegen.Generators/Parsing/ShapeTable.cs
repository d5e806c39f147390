using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Collects the shapes of one contract, each once, and finds out which of them nest in themselves.</summary>
internal sealed class ShapeTable
{
    private readonly Dictionary<string, Entry> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _accessorClasses = new(StringComparer.Ordinal);

    /// <summary>The generic <c>WriteMessage</c> and <c>ReadMessage</c> stand in the same class.</summary>
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "Message" };

    /// <summary>The shapes in the order in which their types were met.</summary>
    public EquatableArray<ShapeModel> Shapes =>
        _byType.Values.Where(static entry => entry.Shape is not null).Select(static entry => entry.Shape!).ToEquatableArray();

    /// <summary>The shape's name for a type, or null when there is none.</summary>
    public string? FindName(string typeName) => _byType.TryGetValue(typeName, out var entry) ? entry.Name : null;

    /// <summary>The name of the class for accessors to a generic type, the same for each of its members.</summary>
    public string AccessorClass(string metadataName, string name)
    {
        if (!_accessorClasses.TryGetValue(metadataName, out var unique))
        {
            _accessorClasses.Add(metadataName, unique = Reserve(name));
        }

        return unique;
    }

    /// <summary>A name that no other shape or accessor of the file has.</summary>
    public string Reserve(string name)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
        {
            unique = name + Emit.Identifiers.Literal(i);
        }

        return unique;
    }

    /// <summary>The entry for <paramref name="type"/>, which <paramref name="parse"/> fills when it is met for the first time.</summary>
    /// <param name="type">A type that is not nullable.</param>
    /// <param name="parse">Makes the shape from its name; null when the type is invalid, which it has reported. May meet the same type again.</param>
    /// <param name="suffix">What the name ends with where the type is written in a way of its own.</param>
    /// <param name="way">What tells that way from others, and nothing where the type alone decides.</param>
    public Entry GetOrAdd(ITypeSymbol type, Func<Entry, ShapeModel?> parse, string suffix = "", string way = "")
    {
        var typeName = type.ToTypeRef().Name + way;
        if (_byType.TryGetValue(typeName, out var entry))
        {
            entry.IsRecursive |= entry.IsOpen;
            return entry;
        }

        entry = new Entry(Reserve(ShapeNames.Of(type) + suffix)) { IsOpen = true };
        _byType.Add(typeName, entry);
        entry.Shape = parse(entry);
        entry.IsOpen = false;
        return entry;
    }

    /// <summary>A shape that is there or in the making.</summary>
    internal sealed class Entry(string name)
    {
        public string Name { get; } = name;

        /// <summary>True while the members are looked at.</summary>
        public bool IsOpen { get; set; }

        /// <summary>True once the type was met inside itself. Every cycle has a type of which this is true, which suffices to guard its depth.</summary>
        public bool IsRecursive { get; set; }

        /// <summary>1 while it is not known.</summary>
        public int MinimumBytes { get; set; } = 1;

        /// <summary>The type in the grammar of facts; set before members are looked at.</summary>
        public string Wire { get; set; } = "";

        public ShapeModel? Shape { get; set; }
    }
}
