using System.Collections.Immutable;
using System.Collections.ObjectModel;
using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>Arrays and lists of every number.</summary>
[MessagePackObject]
[Message("proof.numbers")]
public sealed partial class Numbers
{
    [Key(0)] public sbyte[]? SBytes { get; set; }
    [Key(1)] public short[]? Int16s { get; set; }
    [Key(2)] public ushort[]? UInt16s { get; set; }
    [Key(3)] public int[]? Int32s { get; set; }
    [Key(4)] public uint[]? UInt32s { get; set; }
    [Key(5)] public long[]? Int64s { get; set; }
    [Key(6)] public ulong[]? UInt64s { get; set; }
    [Key(7)] public float[]? Singles { get; set; }
    [Key(8)] public double[]? Doubles { get; set; }
    [Key(9)] public bool[]? Booleans { get; set; }
    [Key(10)] public char[]? Chars { get; set; }
    [Key(11)] public List<byte>? ByteList { get; set; }
    [Key(12)] public List<int>? Int32List { get; set; }
    [Key(13)] public List<long>? Int64List { get; set; }
    [Key(14)] public List<double>? DoubleList { get; set; }
    [Key(15)] public List<ushort>? UInt16List { get; set; }
    [Key(16)] public decimal[]? Decimals { get; set; }
    [Key(17)] public DateTime[]? DateTimes { get; set; }
    [Key(18)] public Guid[]? Guids { get; set; }
}

/// <summary>Everything that is written as an array and keeps its order.</summary>
[MessagePackObject]
[Message("proof.sequences")]
public sealed partial record Sequences
{
    [Key(0)] public string?[]? Array { get; init; }
    [Key(1)] public int[][]? Jagged { get; init; }
    [Key(2)] public List<Guid?>? List { get; init; }
    [Key(3)] public List<List<string>>? Nested { get; init; }
    [Key(4)] public IList<string>? IList { get; init; }
    [Key(5)] public ICollection<double>? ICollection { get; init; }
    [Key(6)] public IEnumerable<bool>? IEnumerable { get; init; }
    [Key(7)] public IReadOnlyList<Line>? IReadOnlyList { get; init; }
    [Key(8)] public IReadOnlyCollection<int>? IReadOnlyCollection { get; init; }
    [Key(9)] public Queue<string>? Queue { get; init; }
    [Key(10)] public LinkedList<char>? LinkedList { get; init; }
    [Key(11)] public Collection<int>? Collection { get; init; }
    [Key(12)] public ObservableCollection<int>? ObservableCollection { get; init; }
    [Key(13)] public ReadOnlyCollection<int>? ReadOnlyCollection { get; init; }
    [Key(14)] public ImmutableArray<string> ImmutableArray { get; init; }
    [Key(15)] public ImmutableList<int>? ImmutableList { get; init; }
    [Key(16)] public ReadOnlyMemory<byte> Memory { get; init; }
    [Key(17)] public List<Point?>? Points { get; init; }
    [Key(18)] public Line?[]? Lines { get; init; }
}
