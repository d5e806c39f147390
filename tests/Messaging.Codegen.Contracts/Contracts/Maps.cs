using System.Collections.Immutable;
using System.Collections.ObjectModel;
using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>Sets: written as arrays, without doubles.</summary>
[MessagePackObject]
[Message("proof.sets")]
public sealed partial class Sets
{
    [Key(0)] public HashSet<string>? HashSet { get; set; }
    [Key(1)] public ISet<int>? ISet { get; set; }
    [Key(2)] public IReadOnlySet<Guid>? IReadOnlySet { get; set; }
    [Key(3)] public SortedSet<int>? SortedSet { get; set; }
    [Key(4)] public ImmutableHashSet<int>? ImmutableHashSet { get; set; }
    [Key(5)] public ImmutableSortedSet<long>? ImmutableSortedSet { get; set; }
}

/// <summary>Dictionaries.</summary>
[MessagePackObject]
[Message("proof.maps")]
public sealed partial record Maps
{
    [Key(0)] public Dictionary<string, int>? Dictionary { get; init; }
    [Key(1)] public IDictionary<int, string?>? IDictionary { get; init; }
    [Key(2)] public IReadOnlyDictionary<Guid, Line?>? IReadOnlyDictionary { get; init; }
    [Key(3)] public SortedDictionary<int, List<int>>? SortedDictionary { get; init; }
    [Key(4)] public SortedList<long, bool>? SortedList { get; init; }
    [Key(5)] public ReadOnlyDictionary<int, double>? ReadOnlyDictionary { get; init; }
    [Key(6)] public ImmutableDictionary<int, string>? ImmutableDictionary { get; init; }
    [Key(7)] public ImmutableSortedDictionary<int, string>? ImmutableSortedDictionary { get; init; }
    [Key(8)] public KeyValuePair<string?, Point> Pair { get; init; }
    [Key(9)] public Dictionary<string, Dictionary<long, bool?>>? Nested { get; init; }
    [Key(10)] public Dictionary<DateTime, decimal>? Times { get; init; }
}
