namespace Messaging.Codegen.Generators.Model;

/// <summary>A collection that is written as an array.</summary>
internal sealed record SequenceShape : ShapeModel
{
    public required ValueModel Element { get; init; }

    public required SequenceSource Source { get; init; }

    public required CollectionTarget Target { get; init; }
}

/// <summary>How the elements of a collection are got at.</summary>
internal enum SequenceSource
{
    /// <summary>An array.</summary>
    Array,

    /// <summary>A list: through the array inside.</summary>
    List,

    /// <summary>An interface that arrays and lists implement: like them where it is one of them, else copied to an array first.</summary>
    Enumerable,

    /// <summary><c>ImmutableArray&lt;T&gt;</c>: its default is nil.</summary>
    ImmutableArray,

    /// <summary>By <c>Count</c> and enumeration.</summary>
    Counted,
}

/// <summary>A collection of pairs that is written as a map.</summary>
internal sealed record MapShape : ShapeModel
{
    public required ValueModel Key { get; init; }

    public required ValueModel Value { get; init; }

    /// <summary>True for interfaces: a dictionary behind them is written by its own method, without boxing its enumerator.</summary>
    public required bool IsInterface { get; init; }

    public required MapTarget Target { get; init; }
}

/// <summary>How a map is read.</summary>
internal sealed record MapTarget
{
    /// <summary>The shape of <c>Dictionary&lt;K, V&gt;</c> that is read first; null when pairs are added one by one.</summary>
    public required string? Dictionary { get; init; }

    /// <summary>What makes the map of that dictionary, a method or <c>new X</c>, or empty when the dictionary is the map; else what makes an empty map.</summary>
    public required string Factory { get; init; }

    /// <summary>True when the map tells whether a key was there already as it adds a pair.</summary>
    public required bool HasTryAdd { get; init; }

    /// <summary>What is returned of the filled <c>map</c>, for example <c>map.ToImmutable()</c>.</summary>
    public required string Result { get; init; }
}

/// <summary>How a collection is made from its elements.</summary>
/// <param name="Type">What follows <c>new</c>: the collection's type, or <c>int[count]</c>.</param>
/// <param name="Kind">How it is filled.</param>
/// <param name="Member">The method that adds an element, or what makes the collection of an array.</param>
internal sealed record CollectionTarget(string Type, TargetKind Kind, string Member);

/// <summary>The ways of filling a collection.</summary>
internal enum TargetKind
{
    /// <summary>A new array, which is the result.</summary>
    Array,

    /// <summary>A new array, which a method makes the result from.</summary>
    FromArray,

    /// <summary>A collection constructed with its capacity, then element by element.</summary>
    Sized,

    /// <summary>A collection constructed empty, then element by element.</summary>
    Grown,
}
