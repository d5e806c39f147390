using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>The collection types: what each is written from and read into.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string ObjectModel = "System.Collections.ObjectModel.";

    /// <summary>Collections that travel as arrays, by the metadata names of their definitions.</summary>
    public static readonly IReadOnlyDictionary<string, SequenceEntry> Sequences = new Dictionary<string, SequenceEntry>
    {
        [Generic + "List`1"] = new(SequenceSource.List, TargetKind.Sized),
        [Generic + "IList`1"] = new(SequenceSource.Enumerable, TargetKind.Sized, Generic + "List"),
        [Generic + "ICollection`1"] = new(SequenceSource.Enumerable, TargetKind.Sized, Generic + "List"),
        [Generic + "IReadOnlyList`1"] = new(SequenceSource.Enumerable, TargetKind.Array),
        [Generic + "IReadOnlyCollection`1"] = new(SequenceSource.Enumerable, TargetKind.Array),
        [Generic + "IEnumerable`1"] = new(SequenceSource.Enumerable, TargetKind.Array),
        [Generic + "HashSet`1"] = new(SequenceSource.Counted, TargetKind.Sized),
        [Generic + "ISet`1"] = new(SequenceSource.Counted, TargetKind.Sized, Generic + "HashSet"),
        [Generic + "IReadOnlySet`1"] = new(SequenceSource.Counted, TargetKind.Sized, Generic + "HashSet"),
        [Generic + "SortedSet`1"] = new(SequenceSource.Counted, TargetKind.Grown),
        [Generic + "Queue`1"] = new(SequenceSource.Counted, TargetKind.Sized, Member: "Enqueue"),
        [Generic + "LinkedList`1"] = new(SequenceSource.Counted, TargetKind.Grown, Member: "AddLast"),
        [ObjectModel + "Collection`1"] = new(SequenceSource.Counted, TargetKind.Grown),
        [ObjectModel + "ObservableCollection`1"] = new(SequenceSource.Counted, TargetKind.Grown),
        [ObjectModel + "ReadOnlyCollection`1"] = new(SequenceSource.Counted, TargetKind.FromArray, Member: "new"),
        [Immutable + "ImmutableArray`1"] = new(
            SequenceSource.ImmutableArray, TargetKind.FromArray, Member: "global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray"),
        [Immutable + "ImmutableList`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableList.CreateRange"),
        [Immutable + "IImmutableList`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableList.CreateRange"),
        [Immutable + "ImmutableHashSet`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableHashSet.CreateRange"),
        [Immutable + "IImmutableSet`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableHashSet.CreateRange"),
        [Immutable + "ImmutableSortedSet`1"] = FromImmutable(SequenceSource.Counted, TargetKind.FromArray, "ImmutableSortedSet.CreateRange"),
    };

    /// <summary>Collections that travel as maps, by the metadata names of their definitions.</summary>
    public static readonly IReadOnlyDictionary<string, MapEntry> Maps = new Dictionary<string, MapEntry>
    {
        [Generic + "Dictionary`2"] = new(MapFill.TryAdd),
        [Generic + "IDictionary`2"] = new(MapFill.Dictionary, IsInterface: true),
        [Generic + "IReadOnlyDictionary`2"] = new(MapFill.Dictionary, IsInterface: true),
        [Generic + "SortedDictionary`2"] = new(MapFill.Add),
        [Generic + "SortedList`2"] = new(MapFill.Sorted),
        [ObjectModel + "ReadOnlyDictionary`2"] = new(MapFill.Dictionary, "new"),
        [Immutable + "ImmutableDictionary`2"] = new(MapFill.Dictionary, "global::" + Immutable + "ImmutableDictionary.CreateRange"),
        [Immutable + "IImmutableDictionary`2"] = new(MapFill.Dictionary, "global::" + Immutable + "ImmutableDictionary.CreateRange"),
        [Immutable + "ImmutableSortedDictionary`2"] = new(MapFill.Builder, "global::" + Immutable + "ImmutableSortedDictionary.CreateBuilder"),
    };

    private static SequenceEntry FromImmutable(SequenceSource source, TargetKind target, string factory) =>
        new(source, target, Member: "global::" + Immutable + factory);
}

/// <summary>One collection type.</summary>
/// <param name="Source">How it is written.</param>
/// <param name="Target">How it is read.</param>
/// <param name="Concrete">The type without arguments that is constructed, null for the declared one.</param>
/// <param name="Member">What adds an element or makes the collection; <c>new</c> stands for its constructor.</param>
internal sealed record SequenceEntry(SequenceSource Source, TargetKind Target, string? Concrete = null, string Member = "Add");

/// <summary>One dictionary type.</summary>
/// <param name="Fill">How it is filled.</param>
/// <param name="Factory">What makes it of a dictionary, or its builder; <c>new</c> stands for its constructor, null for a type that a dictionary is.</param>
/// <param name="IsInterface">True when a <c>Dictionary</c> implements it.</param>
internal sealed record MapEntry(MapFill Fill, string? Factory = null, bool IsInterface = false);

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
