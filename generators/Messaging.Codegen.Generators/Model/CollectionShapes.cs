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

    /// <summary><c>ArraySegment&lt;T&gt;</c>: its default is nil.</summary>
    Segment,

    /// <summary><c>Memory&lt;T&gt;</c> or <c>ReadOnlyMemory&lt;T&gt;</c>: through the span.</summary>
    Memory,

    /// <summary><c>ReadOnlySequence&lt;T&gt;</c>: copied to an array first.</summary>
    Segments,

    /// <summary>A collection that does not know its count, or that other threads may change: copied to an array first.</summary>
    Copied,

    /// <summary>By <c>Count</c> and enumeration.</summary>
    Counted,

    /// <summary>By <c>Count</c> and enumeration of <c>UnorderedItems</c>.</summary>
    Unordered,
}

/// <summary>A collection of pairs that is written as a map.</summary>
internal sealed record MapShape : ShapeModel
{
    public required ValueModel Key { get; init; }

    public required ValueModel Value { get; init; }

    /// <summary>True for interfaces: a dictionary behind them is written by its own method, without boxing its enumerator.</summary>
    public required bool IsInterface { get; init; }

    /// <summary>True when its count may change while it is written.</summary>
    public required bool IsConcurrent { get; init; }

    public required MapTarget Target { get; init; }
}

/// <summary>How a map is read.</summary>
internal sealed record MapTarget
{
    /// <summary>The shape of <c>Dictionary&lt;K, V&gt;</c> that is read first; null when pairs are added one by one.</summary>
    public required string? Dictionary { get; init; }

    /// <summary>What makes the map of that dictionary, a method or <c>new X</c>, or empty when the dictionary is the map; else what makes an empty map.</summary>
    public required string Factory { get; init; }

    /// <summary>True when the map is a hash table that hostile keys can slow down: all but those by strings, which the runtime randomizes.</summary>
    public required bool IsGuarded { get; init; }

    /// <summary>True when the map tells whether a key was there already as it adds a pair.</summary>
    public required bool HasTryAdd { get; init; }

    /// <summary>What is returned of the filled <c>map</c>, for example <c>map.ToImmutable()</c>.</summary>
    public required string Result { get; init; }
}

/// <summary>An array of two to four dimensions, written as an array of its lengths and one of its elements, row by row.</summary>
internal sealed record GridShape : ShapeModel
{
    public required ValueModel Element { get; init; }

    public required int Rank { get; init; }

    /// <summary>What follows <c>new</c>: <c>int[lengths[0], lengths[1]]</c>.</summary>
    public required string New { get; init; }
}

/// <summary>How a collection is made from its elements.</summary>
/// <param name="Type">What follows <c>new</c>: the type that is filled, or <c>int[count]</c>.</param>
/// <param name="Kind">How it is filled.</param>
/// <param name="Add">The method that adds an element.</param>
/// <param name="Make">What makes the collection of what was filled, a method or <c>new X</c>; empty where that is the collection.</param>
internal sealed record CollectionTarget(string Type, TargetKind Kind, string Add, string Make);

/// <summary>The ways of filling a collection.</summary>
internal enum TargetKind
{
    /// <summary>A new array, which is the result.</summary>
    Array,

    /// <summary>A new array, which a method makes the result from.</summary>
    FromArray,

    /// <summary>A new array that is turned around, because the result is filled from its other end.</summary>
    Reversed,

    /// <summary>A hash set constructed with its capacity, then element by element, with an eye on colliding hash codes.</summary>
    Set,

    /// <summary>A list, filled through the array inside.</summary>
    List,

    /// <summary>A collection constructed with its capacity, then element by element.</summary>
    Sized,

    /// <summary>A collection constructed empty, then element by element.</summary>
    Grown,
}
