using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Collections with an order of their own, and views of arrays. The bag has one element, since reading turns it around.</summary>
[MessagePackObject]
[Message("test.more-sequences")]
public sealed partial record MoreSequences
{
    [Key(0)] public Stack<int> Stack { get; init; } = new();
    [Key(1)] public Stack<string?>? Texts { get; init; }
    [Key(2)] public ConcurrentBag<int> Bag { get; init; } = [];
    [Key(3)] public ConcurrentQueue<string> Queue { get; init; } = [];
    [Key(4)] public ConcurrentStack<int> ConcurrentStack { get; init; } = [];
    [Key(5)] public ReadOnlyObservableCollection<int> Observed { get; init; } = new([]);
    [Key(6)] public ImmutableQueue<string> ImmutableQueue { get; init; } = [];
    [Key(7)] public ImmutableStack<int> ImmutableStack { get; init; } = [];
    [Key(8)] public IImmutableQueue<int> IImmutableQueue { get; init; } = ImmutableQueue<int>.Empty;
    [Key(9)] public IImmutableStack<string> IImmutableStack { get; init; } = ImmutableStack<string>.Empty;
    [Key(10)] public IImmutableList<int> IImmutableList { get; init; } = ImmutableList<int>.Empty;
    [Key(11)] public ArraySegment<byte> ByteSegment { get; init; }
    [Key(12)] public ArraySegment<int> Segment { get; init; }
    [Key(13)] public ArraySegment<string?> TextSegment { get; init; }
    [Key(14)] public ReadOnlySequence<byte> ByteSequence { get; init; }
    [Key(15)] public ReadOnlySequence<int> Sequence { get; init; }
    [Key(16)] public Memory<int> Memory { get; init; }
    [Key(17)] public ReadOnlyMemory<string> ReadOnlyMemory { get; init; }
    [Key(18)] public Memory<byte> ByteMemory { get; init; }
    [Key(19)] public ReadOnlySequence<byte>? MaybeByteSequence { get; init; }
    [Key(20)] public ArraySegment<byte>? MaybeByteSegment { get; init; }
    [Key(21)] public ReadOnlyMemory<long>? MaybeMemory { get; init; }
    [Key(22)] public List<ArraySegment<byte>> ByteSegments { get; init; } = [];
    [Key(23)] public List<ImmutableArray<int>> ImmutableArrays { get; init; } = [];
    [Key(24)] public List<ArraySegment<double>> Segments { get; init; } = [];
    [Key(25)] public PriorityQueue<string, int> Priorities { get; init; } = new();
    [Key(26)] public char[] Chars { get; init; } = [];
    [Key(27)] public List<DateTime> Times { get; init; } = [];
    [Key(28)] public Stack<Line?> Lines { get; init; } = new();
}

/// <summary>Hash tables of other kinds; at most one element each, since their order is not defined.</summary>
[MessagePackObject]
[Message("test.more-maps")]
public sealed partial record MoreMaps
{
    [Key(0)] public ConcurrentDictionary<int, string> Concurrent { get; init; } = [];
    [Key(1)] public FrozenDictionary<string, int> Frozen { get; init; } = FrozenDictionary<string, int>.Empty;
    [Key(2)] public FrozenSet<int> FrozenSet { get; init; } = [];
    [Key(3)] public FrozenSet<string>? FrozenTexts { get; init; }
    [Key(4)] public ReadOnlySet<int> ReadOnlySet { get; init; } = new(new HashSet<int>());
    [Key(5)] public OrderedDictionary<string, int> Ordered { get; init; } = [];
    [Key(6)] public OrderedDictionary<long, Line>? OrderedLines { get; init; }
    [Key(7)] public IImmutableDictionary<string, int> IImmutableDictionary { get; init; } = ImmutableDictionary<string, int>.Empty;
    [Key(8)] public IImmutableSet<int> IImmutableSet { get; init; } = ImmutableHashSet<int>.Empty;
    [Key(9)] public ConcurrentDictionary<string, ConcurrentQueue<int>>? Nested { get; init; }
    [Key(10)] public HashSet<Point> Points { get; init; } = [];
    [Key(11)] public HashSet<int?> Numbers { get; init; } = [];
    [Key(12)] public ILookup<string, int> Lookup { get; init; } = Array.Empty<int>().ToLookup(static number => "");
    [Key(13)] public IGrouping<int, Line?>? Group { get; init; }
    [Key(14)] public ILookup<Plain, string?>? Lookups { get; init; }
}

/// <summary>Arrays of several dimensions, of arrays, and both.</summary>
[MessagePackObject]
[Message("test.grids")]
public sealed partial record Grids
{
    [Key(0)] public int[,] Two { get; init; } = new int[0, 0];
    [Key(1)] public string?[,,] Three { get; init; } = new string?[0, 0, 0];
    [Key(2)] public byte[,,,]? Four { get; init; }
    [Key(3)] public double[][,] ArrayOfGrids { get; init; } = [];
    [Key(4)] public int[,][] GridOfArrays { get; init; } = new int[0, 0][];
    [Key(5)] public List<bool[,]?> ListOfGrids { get; init; } = [];
    [Key(6)] public Line[,]? Lines { get; init; }
    [Key(7)] public int[][][] Jagged { get; init; } = [];
}

/// <summary>Tuples of every size and kind.</summary>
[MessagePackObject]
[Message("test.tuples")]
public sealed partial record Tuples
{
    [Key(0)] public ValueTuple<int> One { get; init; }
    [Key(1)] public (int Number, string Text) Two { get; init; } = (0, "");
    [Key(2)] public (int, string?, Guid) Three { get; init; }
    [Key(3)] public (int, int, int, int) Four { get; init; }
    [Key(4)] public (int, int, int, int, int) Five { get; init; }
    [Key(5)] public (int, int, int, int, int, int) Six { get; init; }
    [Key(6)] public (int, int, int, int, int, int, int) Seven { get; init; }
    [Key(7)] public (int A, int B, int C, int D, int E, int F, int G, string? H) Eight { get; init; }
    [Key(8)] public (int, int, int, int, int, int, int, int, int, int) Ten { get; init; }
    [Key(9)] public (int A, string? B)? Maybe { get; init; }
    [Key(10)] public Tuple<int>? ClassOne { get; init; }
    [Key(11)] public Tuple<int, string> ClassTwo { get; init; } = new(0, "");
    [Key(12)] public Tuple<int, int, int>? ClassThree { get; init; }
    [Key(13)] public Tuple<int, int, int, int>? ClassFour { get; init; }
    [Key(14)] public Tuple<int, int, int, int, int>? ClassFive { get; init; }
    [Key(15)] public Tuple<int, int, int, int, int, int>? ClassSix { get; init; }
    [Key(16)] public Tuple<int, int, int, int, int, int, int>? ClassSeven { get; init; }
    [Key(17)] public Tuple<int, int, int, int, int, int, int, Tuple<string>>? ClassEight { get; init; }
    [Key(18)] public List<(string Key, Line? Line)> Pairs { get; init; } = [];
    [Key(19)] public Dictionary<string, (double X, double Y)[]> Map { get; init; } = [];
    [Key(20)] public (int X, (int, int) Inner, KeyValuePair<string, int?> Pair) Nested { get; init; } = (0, (0, 0), new("", null));
}
