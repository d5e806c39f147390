using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>Collections with an order of their own, and views of arrays. Bags have at most one element in graphs: reading turns them around.</summary>
[MessagePackObject]
[Message("proof.views")]
public sealed partial record Views
{
    [Key(0)] public Stack<int>? Stack { get; init; }
    [Key(1)] public ConcurrentBag<int>? Bag { get; init; }
    [Key(2)] public ConcurrentQueue<string>? Queue { get; init; }
    [Key(3)] public ConcurrentStack<int>? ConcurrentStack { get; init; }
    [Key(4)] public ReadOnlyObservableCollection<int>? Observed { get; init; }
    [Key(5)] public ImmutableQueue<string>? ImmutableQueue { get; init; }
    [Key(6)] public ImmutableStack<int>? ImmutableStack { get; init; }
    [Key(7)] public IImmutableQueue<int>? IImmutableQueue { get; init; }
    [Key(8)] public IImmutableStack<string>? IImmutableStack { get; init; }
    [Key(9)] public IImmutableList<int>? IImmutableList { get; init; }
    [Key(10)] public ArraySegment<byte> ByteSegment { get; init; }
    [Key(11)] public ArraySegment<int> Segment { get; init; }
    [Key(12)] public ReadOnlySequence<byte> ByteSequence { get; init; }
    [Key(13)] public ReadOnlySequence<int> Sequence { get; init; }
    [Key(14)] public Memory<int> Memory { get; init; }
    [Key(15)] public ReadOnlyMemory<string?> ReadOnlyMemory { get; init; }
    [Key(16)] public ArraySegment<byte>? MaybeByteSegment { get; init; }
    [Key(17)] public ReadOnlyMemory<long>? MaybeMemory { get; init; }
    [Key(18)] public List<ArraySegment<byte>>? ByteSegments { get; init; }
    [Key(19)] public List<ImmutableArray<int>>? ImmutableArrays { get; init; }
}

/// <summary>Hash tables whose order is not that of what was added; at most one element each, so that both readers agree.</summary>
[MessagePackObject]
[Message("proof.tables")]
public sealed partial record Tables
{
    [Key(0)] public ConcurrentDictionary<int, string>? Concurrent { get; init; }
    [Key(1)] public FrozenDictionary<string, int>? Frozen { get; init; }
    [Key(2)] public FrozenSet<int>? FrozenSet { get; init; }
    [Key(3)] public ReadOnlySet<int>? ReadOnlySet { get; init; }
    [Key(4)] public OrderedDictionary<string, int>? Ordered { get; init; }
    [Key(5)] public IImmutableDictionary<string, int>? IImmutableDictionary { get; init; }
    [Key(6)] public IImmutableSet<int>? IImmutableSet { get; init; }
    [Key(7)] public HashSet<Point>? Points { get; init; }
    [Key(8)] public HashSet<int?>? Numbers { get; init; }
    [Key(9)] public ILookup<string, int>? Lookup { get; init; }
    [Key(10)] public IGrouping<int, Line?>? Group { get; init; }
}

/// <summary>Arrays of several dimensions, of arrays, and both.</summary>
[MessagePackObject]
[Message("proof.grids")]
public sealed partial record Grids
{
    [Key(0)] public int[,]? Two { get; init; }
    [Key(1)] public string?[,,]? Three { get; init; }
    [Key(2)] public byte[,,,]? Four { get; init; }
    [Key(3)] public double[][,]? ArrayOfGrids { get; init; }
    [Key(4)] public List<bool[,]?>? ListOfGrids { get; init; }
    [Key(5)] public int[][][]? Jagged { get; init; }
}

/// <summary>Tuples of several sizes and kinds.</summary>
[MessagePackObject]
[Message("proof.tuples")]
public sealed partial record Tuples
{
    [Key(0)] public ValueTuple<int> One { get; init; }
    [Key(1)] public (int Number, string? Text) Two { get; init; }
    [Key(2)] public (int, string?, Guid) Three { get; init; }
    [Key(3)] public (int, int, int, int, int, int, int) Seven { get; init; }
    [Key(4)] public (int A, int B, int C, int D, int E, int F, int G, string? H) Eight { get; init; }
    [Key(5)] public (int A, string? B)? Maybe { get; init; }
    [Key(6)] public Tuple<int>? ClassOne { get; init; }
    [Key(7)] public Tuple<int, string?>? ClassTwo { get; init; }
    [Key(8)] public Tuple<int, int, int, int, int, int, int, Tuple<string?>>? ClassEight { get; init; }
    [Key(9)] public List<(string? Key, Line? Line)>? Pairs { get; init; }
    [Key(10)] public (int X, (int, int) Inner, KeyValuePair<int, int?> Pair) Nested { get; init; }
}
