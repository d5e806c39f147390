using System.Collections.Immutable;

namespace Messaging.Codegen.Contracts;

public sealed partial class Graphs
{
    public Numbers Numbers() => new()
    {
        SBytes = Run(value => (sbyte)value),
        Int16s = Run(value => (short)value),
        UInt16s = Run(value => (ushort)value),
        Int32s = Run(value => (int)value),
        UInt32s = Run(value => (uint)value),
        Int64s = Run(value => value),
        UInt64s = Run(value => (ulong)value),
        Singles = Some(() => Array(Single, Size())),
        Doubles = Some(() => Array(Double, Size())),
        Booleans = Some(() => Array(Boolean, Size())),
        Chars = Run(value => (char)value),
        ByteList = Run(value => (byte)value)?.ToList(),
        Int32List = Run(value => (int)value)?.ToList(),
        Int64List = Run(value => value)?.ToList(),
        DoubleList = Some(() => List(Double, Size())),
        UInt16List = Run(value => (ushort)value)?.ToList(),
        Decimals = Some(() => Array(Decimal)),
        DateTimes = Some(() => Array(DateTime)),
        Guids = Some(() => Array(Guid)),
    };

    public Sequences Sequences() => new()
    {
        Array = Some(() => Array(() => Some(Text))),
        Jagged = Some(() => Array(() => Array(() => (int)Integer()))),
        List = Some(() => List(() => Maybe(Guid))),
        Nested = Some(() => List(() => List(Text))),
        IList = Some<IList<string>>(() => Boolean() ? Array(Text) : List(Text)),
        ICollection = Some<ICollection<double>>(() => Boolean() ? new LinkedList<double>(Array(Double)) : List(Double)),
        IEnumerable = Some<IEnumerable<bool>>(() => Boolean() ? new Queue<bool>(Array(Boolean)) : Array(Boolean)),
        IReadOnlyList = Some<IReadOnlyList<Line>>(() => Boolean() ? Array(Line) : List(Line)),
        IReadOnlyCollection = Some<IReadOnlyCollection<int>>(() => Boolean() ? new Queue<int>(Ints()) : Ints()),
        Queue = Some(() => new Queue<string>(Array(Text))),
        LinkedList = Some(() => new LinkedList<char>(Array(() => (char)Integer()))),
        Collection = Some(() => new System.Collections.ObjectModel.Collection<int>(Ints().ToList())),
        ObservableCollection = Some(() => new System.Collections.ObjectModel.ObservableCollection<int>(Ints())),
        ReadOnlyCollection = Some(() => new System.Collections.ObjectModel.ReadOnlyCollection<int>(Ints())),
        ImmutableArray = Boolean() ? [.. Array(Text)] : default,
        ImmutableList = Some(() => ImmutableList.CreateRange(Ints())),
        Memory = Bytes(),
        Points = Some(() => List(() => Maybe(Point))),
        Lines = Some(() => Array(() => Some(Line))),
    };

    public Sets Sets() => new()
    {
        HashSet = Some(() => new HashSet<string>(Array(KeyText))),
        ISet = Some<ISet<int>>(() => Boolean() ? new SortedSet<int>(Ints()) : new HashSet<int>(Ints())),
        IReadOnlySet = Some<IReadOnlySet<Guid>>(() => new HashSet<Guid>(Array(Guid))),
        SortedSet = Some(() => new SortedSet<int>(Ints())),
        ImmutableHashSet = Some(() => ImmutableHashSet.CreateRange(Ints())),
        ImmutableSortedSet = Some(() => ImmutableSortedSet.CreateRange(Array(Integer))),
    };

    public Maps Maps() => new()
    {
        Dictionary = Some(() => Dictionary(KeyText, () => (int)Integer())),
        IDictionary = Some<IDictionary<int, string?>>(() =>
            Boolean() ? new SortedList<int, string?>(Dictionary(Int, () => Some(Text))) : Dictionary(Int, () => Some(Text))),
        IReadOnlyDictionary = Some<IReadOnlyDictionary<Guid, Line?>>(() => Dictionary(Guid, () => Some(Line))),
        SortedDictionary = Some(() => new SortedDictionary<int, List<int>>(Dictionary(Int, () => List(Int)))),
        SortedList = Some(() => new SortedList<long, bool>(Dictionary(Integer, Boolean))),
        ReadOnlyDictionary = Some(() => new System.Collections.ObjectModel.ReadOnlyDictionary<int, double>(Dictionary(Int, Double))),
        ImmutableDictionary = Some(() => ImmutableDictionary.CreateRange(Dictionary(Int, Text))),
        ImmutableSortedDictionary = Some(() => ImmutableSortedDictionary.CreateRange(Dictionary(Int, Text))),
        Pair = new(Some(Text), Point()),
        Nested = Some(() => Dictionary(KeyText, () => Dictionary(Integer, () => Maybe(Boolean)))),
        Times = Some(() => Dictionary(Utc, Decimal)),
    };

    private int Int() => (int)Integer();

    private int[] Ints() => Array(Int);

    /// <summary>Mostly short; now and then long enough for the vector code and for wide headers.</summary>
    private int Size() => choices.Below(24) switch { 23 => 700, 21 => 60, _ => 6 };

    /// <summary>Integers of one width for a while, then of another, as real data has them.</summary>
    private T[]? Run<T>(Func<long, T> convert) => Some(() =>
    {
        int shift = 63;
        return Array(
            () =>
            {
                if (choices.Once(12))
                    shift = choices.Below(64);
                long value = shift == 63 ? choices.Below(2) : (long)(choices.Bits() >> shift);
                return convert(choices.Once(5) ? -value : value);
            },
            Size());
    });
}
