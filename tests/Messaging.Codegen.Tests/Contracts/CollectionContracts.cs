using System.Collections.Immutable;
using System.Collections.ObjectModel;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Arrays, lists and what is like them.</summary>
[MessagePackObject]
[Message("test.sequences")]
public sealed partial record Sequences
{
    [Key(0)] public int[] Numbers { get; init; } = [];
    [Key(1)] public byte[] Bytes { get; init; } = [];
    [Key(2)] public string?[]? Texts { get; init; }
    [Key(3)] public int[][] Jagged { get; init; } = [];
    [Key(4)] public List<long> Longs { get; init; } = [];
    [Key(5)] public List<byte> ByteList { get; init; } = [];
    [Key(6)] public List<Guid?> Guids { get; init; } = [];
    [Key(7)] public IList<string> IList { get; init; } = [];
    [Key(8)] public ICollection<double> ICollection { get; init; } = [];
    [Key(9)] public IReadOnlyList<Line> IReadOnlyList { get; init; } = [];
    [Key(10)] public IReadOnlyCollection<int> IReadOnlyCollection { get; init; } = [];
    [Key(11)] public IEnumerable<bool> IEnumerable { get; init; } = [];
    [Key(12)] public Queue<string> Queue { get; init; } = new();
    [Key(13)] public LinkedList<char> LinkedList { get; init; } = new();
    [Key(14)] public Collection<int> Collection { get; init; } = [];
    [Key(15)] public ObservableCollection<int> ObservableCollection { get; init; } = [];
    [Key(16)] public ReadOnlyCollection<int> ReadOnlyCollection { get; init; } = new([]);
    [Key(17)] public ImmutableArray<string> ImmutableArray { get; init; } = [];
    [Key(18)] public ImmutableList<int> ImmutableList { get; init; } = [];
    [Key(19)] public ReadOnlyMemory<byte> Memory { get; init; }
    [Key(20)] public List<List<string>>? Nested { get; init; }
    [Key(21)] public List<Point?> Points { get; init; } = [];
    [Key(22)] public float[]? Floats { get; init; }
    [Key(23)] public IReadOnlyList<ushort> Shorts { get; init; } = [];
    [Key(24)] public Memory<byte>? MaybeMemory { get; init; }
}

/// <summary>Sets and dictionaries. Those without an order of their own have at most one element in the tests.</summary>
[MessagePackObject]
[Message("test.maps")]
public sealed partial record Maps
{
    [Key(0)] public HashSet<string> HashSet { get; init; } = [];
    [Key(1)] public ISet<int> ISet { get; init; } = new HashSet<int>();
    [Key(2)] public SortedSet<int> SortedSet { get; init; } = [];
    [Key(3)] public ImmutableHashSet<int> ImmutableHashSet { get; init; } = [];
    [Key(4)] public ImmutableSortedSet<int> ImmutableSortedSet { get; init; } = [];
    [Key(5)] public Dictionary<string, int> Dictionary { get; init; } = [];
    [Key(6)] public IDictionary<int, string?> IDictionary { get; init; } = new Dictionary<int, string?>();
    [Key(7)] public IReadOnlyDictionary<Guid, Line> IReadOnlyDictionary { get; init; } = new Dictionary<Guid, Line>();
    [Key(8)] public SortedDictionary<string, List<int>> SortedDictionary { get; init; } = [];
    [Key(9)] public SortedList<int, int> SortedList { get; init; } = [];
    [Key(10)] public ReadOnlyDictionary<int, int> ReadOnlyDictionary { get; init; } = new(new Dictionary<int, int>());
    [Key(11)] public ImmutableDictionary<int, string> ImmutableDictionary { get; init; } = ImmutableDictionary<int, string>.Empty;
    [Key(12)] public ImmutableSortedDictionary<int, string> ImmutableSortedDictionary { get; init; } = ImmutableSortedDictionary<int, string>.Empty;
    [Key(13)] public KeyValuePair<string, Point> Pair { get; init; } = new("", default);
    [Key(14)] public Dictionary<string, Dictionary<long, bool?>>? Nested { get; init; }
    [Key(15)] public IReadOnlySet<string>? IReadOnlySet { get; init; }
}
