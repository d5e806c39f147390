using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>The collection types: what each is written from and read into.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string ObjectModel = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Frozen = "System.Collections.Frozen.";
    private const string Global = "global::";
    private const string Constructor = "new";

    /// <summary>Collections that travel as arrays, by the metadata names of their definitions.</summary>
    public static readonly IReadOnlyDictionary<string, SequenceEntry> Sequences = new Dictionary<string, SequenceEntry>
    {
        [Generic + "List`1"] = new(SequenceSource.List, TargetKind.List),
        [Generic + "IList`1"] = new(SequenceSource.Enumerable, TargetKind.List, Generic + "List"),
        [Generic + "ICollection`1"] = new(SequenceSource.Enumerable, TargetKind.List, Generic + "List"),
        [Generic + "IReadOnlyList`1"] = new(SequenceSource.Enumerable, TargetKind.Array),
        [Generic + "IReadOnlyCollection`1"] = new(SequenceSource.Enumerable, TargetKind.Array),
        [Generic + "IEnumerable`1"] = new(SequenceSource.Enumerable, TargetKind.Array),
        [Generic + "HashSet`1"] = new(SequenceSource.Counted, TargetKind.Set),
        [Generic + "ISet`1"] = new(SequenceSource.Counted, TargetKind.Set, Generic + "HashSet"),
        [Generic + "IReadOnlySet`1"] = new(SequenceSource.Counted, TargetKind.Set, Generic + "HashSet"),
        [Generic + "SortedSet`1"] = new(SequenceSource.Counted, TargetKind.Grown),
        [Generic + "Queue`1"] = new(SequenceSource.Counted, TargetKind.Sized, Add: "Enqueue"),
        [Generic + "Stack`1"] = new(SequenceSource.Counted, TargetKind.Reversed, Make: Constructor),
        [Generic + "LinkedList`1"] = new(SequenceSource.Counted, TargetKind.Grown, Add: "AddLast"),
        [ObjectModel + "Collection`1"] = new(SequenceSource.Counted, TargetKind.Grown),
        [ObjectModel + "ObservableCollection`1"] = new(SequenceSource.Counted, TargetKind.FromArray, Make: Constructor),
        [ObjectModel + "ReadOnlyCollection`1"] = new(SequenceSource.Counted, TargetKind.FromArray, Make: Constructor),
        [ObjectModel + "ReadOnlyObservableCollection`1"] =
            new(SequenceSource.Counted, TargetKind.Grown, ObjectModel + "ObservableCollection", Make: Constructor),
        [ObjectModel + "ReadOnlySet`1"] = new(SequenceSource.Counted, TargetKind.Set, Generic + "HashSet", Make: Constructor),
        [Concurrent + "ConcurrentBag`1"] = new(SequenceSource.Copied, TargetKind.Grown),
        [Concurrent + "ConcurrentQueue`1"] = new(SequenceSource.Copied, TargetKind.Grown, Add: "Enqueue"),
        [Concurrent + "ConcurrentStack`1"] = new(SequenceSource.Copied, TargetKind.Reversed, Make: Constructor),
        [Frozen + "FrozenSet`1"] =
            new(SequenceSource.Counted, TargetKind.Set, Generic + "HashSet", Make: Global + Frozen + "FrozenSet.ToFrozenSet"),
        ["System.ArraySegment`1"] = new(SequenceSource.Segment, TargetKind.FromArray, Make: Constructor),
        ["System.Memory`1"] = new(SequenceSource.Memory, TargetKind.FromArray, Make: Constructor),
        ["System.ReadOnlyMemory`1"] = new(SequenceSource.Memory, TargetKind.FromArray, Make: Constructor),
        ["System.Buffers.ReadOnlySequence`1"] = new(SequenceSource.Segments, TargetKind.FromArray, Make: Constructor),
        [Immutable + "ImmutableArray`1"] = new(
            SequenceSource.ImmutableArray,
            TargetKind.FromArray,
            Make: Global + "System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray"),
        [Immutable + "ImmutableList`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableList"),
        [Immutable + "IImmutableList`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableList"),
        [Immutable + "ImmutableHashSet`1"] = FromImmutable(SequenceSource.Counted, TargetKind.Set, "ImmutableHashSet"),
        [Immutable + "IImmutableSet`1"] = FromImmutable(SequenceSource.Counted, TargetKind.Set, "ImmutableHashSet"),
        [Immutable + "ImmutableSortedSet`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableSortedSet"),
        [Immutable + "ImmutableQueue`1"] = FromImmutable(SequenceSource.Copied, TargetKind.FromArray, "ImmutableQueue"),
        [Immutable + "IImmutableQueue`1"] = FromImmutable(SequenceSource.Copied, TargetKind.FromArray, "ImmutableQueue"),
        [Immutable + "ImmutableStack`1"] = FromImmutable(SequenceSource.Copied, TargetKind.Reversed, "ImmutableStack"),
        [Immutable + "IImmutableStack`1"] = FromImmutable(SequenceSource.Copied, TargetKind.Reversed, "ImmutableStack"),
    };

    /// <summary>Collections that travel as maps, by the metadata names of their definitions.</summary>
    public static readonly IReadOnlyDictionary<string, MapEntry> Maps = new Dictionary<string, MapEntry>
    {
        [Generic + "Dictionary`2"] = new(MapFill.TryAdd),
        [Generic + "IDictionary`2"] = new(MapFill.Dictionary, IsInterface: true),
        [Generic + "IReadOnlyDictionary`2"] = new(MapFill.Dictionary, IsInterface: true),
        [Generic + "OrderedDictionary`2"] = new(MapFill.TryAdd),
        [Generic + "SortedDictionary`2"] = new(MapFill.Add),
        [Generic + "SortedList`2"] = new(MapFill.Sorted),
        [ObjectModel + "ReadOnlyDictionary`2"] = new(MapFill.Dictionary, Constructor),
        [Concurrent + "ConcurrentDictionary`2"] =
            new(MapFill.Dictionary, Global + "Messaging.Codegen.Serialization.HashGuard.ToConcurrentDictionary", IsConcurrent: true),
        [Frozen + "FrozenDictionary`2"] = new(MapFill.Dictionary, Global + Frozen + "FrozenDictionary.ToFrozenDictionary"),
        [Immutable + "ImmutableDictionary`2"] = new(MapFill.Dictionary, Global + Immutable + "ImmutableDictionary.CreateRange"),
        [Immutable + "IImmutableDictionary`2"] = new(MapFill.Dictionary, Global + Immutable + "ImmutableDictionary.CreateRange"),
        [Immutable + "ImmutableSortedDictionary`2"] = new(MapFill.Builder, Global + Immutable + "ImmutableSortedDictionary.CreateBuilder"),
    };

    private static SequenceEntry FromImmutable(SequenceSource source, TargetKind target, string type) =>
        new(source, target, target == TargetKind.Set ? Generic + "HashSet" : null, Make: Global + Immutable + type + ".CreateRange");
}

/// <summary>One collection type.</summary>
/// <param name="Source">How it is written.</param>
/// <param name="Target">How it is read.</param>
/// <param name="Concrete">The type without arguments that is filled, null for the declared one.</param>
/// <param name="Add">What adds an element.</param>
/// <param name="Make">What makes the collection of what was filled, null where that is the collection; <c>new</c> stands for its constructor.</param>
internal sealed record SequenceEntry(SequenceSource Source, TargetKind Target, string? Concrete = null, string Add = "Add", string? Make = null);

/// <summary>One dictionary type.</summary>
/// <param name="Fill">How it is filled.</param>
/// <param name="Factory">What makes it of a dictionary, or its builder; <c>new</c> stands for its constructor, null for a type that a dictionary is.</param>
/// <param name="IsInterface">True when a <c>Dictionary</c> implements it.</param>
/// <param name="IsConcurrent">True when its count may change while it is written.</param>
internal sealed record MapEntry(MapFill Fill, string? Factory = null, bool IsInterface = false, bool IsConcurrent = false);

/// <summary>How a dictionary is filled. Those with an order of their own may find keys equal that differ, so they are asked for each pair.</summary>
internal enum MapFill
{
    /// <summary>By <c>TryAdd</c>.</summary>
    TryAdd,

    /// <summary>By <c>ContainsKey</c> and <c>Add</c>.</summary>
    Add,

    /// <summary>From a sorted dictionary: adding one by one to a list takes quadratic time.</summary>
    Sorted,

    /// <summary>By <c>ContainsKey</c> and <c>Add</c> of a builder.</summary>
    Builder,

    /// <summary>From a <c>Dictionary</c>.</summary>
    Dictionary,
}
