using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace Messaging.Codegen.Contracts;

public sealed partial class Graphs
{
    public Numerics Numerics() => new()
    {
        Half = Half(),
        Int128 = Wide(),
        UInt128 = (UInt128)Wide(),
        BigInteger = Big(),
        Complex = Complex(),
        Rune = Rune(),
        Vector2 = new(Single(), Single()),
        Vector3 = Vector3(),
        Vector4 = new(Single(), Single(), Single(), Single()),
        Quaternion = new(Single(), Single(), Single(), Single()),
        Matrix3x2 = new(Single(), Single(), Single(), Single(), Single(), Single()),
        Matrix4x4 = Matrix(),
        MaybeHalf = Maybe(Half),
        MaybeInt128 = Maybe(Wide),
        MaybeUInt128 = Maybe(() => (UInt128)Wide()),
        MaybeBigInteger = Maybe(Big),
        MaybeComplex = Maybe(Complex),
        MaybeRune = Maybe(Rune),
        MaybeVector3 = Maybe(Vector3),
        MaybeMatrix4x4 = Maybe(Matrix),
        Uri = Some(() => choices.Once(2) ? new Uri("https://example.org/" + choices.Below(1000)) : new Uri("relative/" + choices.Below(1000), UriKind.Relative)),
        Version = Some(() => choices.Once(2) ? new Version(choices.Below(100), choices.Below(100), choices.Below(100), choices.Below(100)) : new Version(choices.Below(100), choices.Below(100))),
        Builder = Some(() => new StringBuilder(Text())),
        Bits = Some(() => new BitArray(Array(Boolean, 30))),
        BigIntegers = Some(() => List(() => Maybe(Big))),
        Halves = Some(() => Array(Half)),
    };

    public Views Views() => new()
    {
        Stack = Some(() => new Stack<int>(Ints())),
        Bag = Some(() => new ConcurrentBag<int>(AtMostOne(Int, Int).Keys)),
        Queue = Some(() => new ConcurrentQueue<string>(Array(Text))),
        ConcurrentStack = Some(() => new ConcurrentStack<int>(Ints())),
        Observed = Some(() => new System.Collections.ObjectModel.ReadOnlyObservableCollection<int>(new(Ints()))),
        ImmutableQueue = Some(() => ImmutableQueue.CreateRange(Array(Text))),
        ImmutableStack = Some(() => ImmutableStack.CreateRange(Ints())),
        IImmutableQueue = Some<IImmutableQueue<int>>(() => ImmutableQueue.CreateRange(Ints())),
        IImmutableStack = Some<IImmutableStack<string>>(() => ImmutableStack.CreateRange(Array(Text))),
        IImmutableList = Some<IImmutableList<int>>(() => ImmutableList.CreateRange(Ints())),
        ByteSegment = Boolean() ? Bytes() : default(ArraySegment<byte>),
        Segment = Boolean() ? Ints() : default(ArraySegment<int>),
        ByteSequence = new(Bytes()),
        Sequence = new(Ints()),
        Memory = Ints(),
        ReadOnlyMemory = Array(() => Some(Text)),
        MaybeByteSegment = Maybe(() => new ArraySegment<byte>(Bytes())),
        MaybeMemory = Maybe(() => new ReadOnlyMemory<long>(Array(Integer))),
        ByteSegments = Some(() => List(() => new ArraySegment<byte>(Bytes()))),
        ImmutableArrays = Some(() => List(() => Boolean() ? ImmutableArray.Create(Ints()) : default)),
    };

    public Tables Tables() => new()
    {
        Concurrent = Some(() => new ConcurrentDictionary<int, string>(AtMostOne(Int, Text))),
        Frozen = Some(() => AtMostOne(KeyText, Int).ToFrozenDictionary()),
        FrozenSet = Some(() => AtMostOne(Int, Int).Keys.ToFrozenSet()),
        ReadOnlySet = Some(() => new System.Collections.ObjectModel.ReadOnlySet<int>(new HashSet<int>(Ints()))),
        Ordered = Some(() => new OrderedDictionary<string, int>(Dictionary(KeyText, Int))),
        IImmutableDictionary = Some<IImmutableDictionary<string, int>>(() => ImmutableDictionary.CreateRange(AtMostOne(KeyText, Int))),
        IImmutableSet = Some<IImmutableSet<int>>(() => ImmutableHashSet.CreateRange(Ints())),
        Points = Some(() => new HashSet<Point>(Array(Point))),
        Numbers = Some(() => new HashSet<int?>(Array(() => Maybe(Int)))),
        Lookup = Some(() => Ints().ToLookup(number => (number % 3).ToString(System.Globalization.CultureInfo.InvariantCulture))),
        Group = Some(() => new[] { Some(Line), Some(Line) }.GroupBy(_ => 7).Single()),
    };

    public Grids Grids() => new()
    {
        Two = Some(() => Grid(Int)),
        Three = Some(() => Fill(new string?[choices.Below(3), choices.Below(3), choices.Below(3)], () => Some(Text))),
        Four = Some(() => Fill(new byte[choices.Below(3), choices.Below(3), choices.Below(3), choices.Below(3)], () => (byte)Integer())),
        ArrayOfGrids = Some(() => Array(() => Grid(Double), 3)),
        ListOfGrids = Some(() => List(() => Some(() => Grid(Boolean)), 3)),
        Jagged = Some(() => Array(() => Array(Ints, 3), 3)),
    };

    public Tuples Tuples() => new()
    {
        One = new(Int()),
        Two = (Int(), Some(Text)),
        Three = (Int(), Some(Text), Guid()),
        Seven = (Int(), Int(), Int(), Int(), Int(), Int(), Int()),
        Eight = (Int(), Int(), Int(), Int(), Int(), Int(), Int(), Some(Text)),
        Maybe = Maybe(() => (Int(), Some(Text))),
        ClassOne = Some(() => new Tuple<int>(Int())),
        ClassTwo = Some(() => new Tuple<int, string?>(Int(), Some(Text))),
        ClassEight = Some(() => new Tuple<int, int, int, int, int, int, int, Tuple<string?>>(Int(), Int(), Int(), Int(), Int(), Int(), Int(), new(Some(Text)))),
        Pairs = Some(() => List(() => (Some(Text), Some(Line)))),
        Nested = (Int(), (Int(), Int()), new(Int(), Maybe(Int))),
    };

    private Half Half() => BitConverter.UInt16BitsToHalf((ushort)choices.Bits());

    private Int128 Wide() => choices.Once(2) ? Integer() : new Int128(choices.Bits(), choices.Bits());

    private BigInteger Big() => choices.Below(3) switch
    {
        0 => Integer(),
        1 => (BigInteger)Integer() * Integer(),
        _ => new BigInteger(Bytes()),
    };

    private Complex Complex() => new(Double(), Double());

    private Rune Rune() => new(choices.Below(3) switch { 0 => choices.Below(128), 1 => choices.Below(0xd800), _ => 0x10000 + choices.Below(0x100000) });

    private Vector3 Vector3() => new(Single(), Single(), Single());

    private Matrix4x4 Matrix() => new(
        Single(), Single(), Single(), Single(),
        Single(), Single(), Single(), Single(),
        Single(), Single(), Single(), Single(),
        Single(), Single(), Single(), Single());

    private T[,] Grid<T>(Func<T> element) => Fill(new T[choices.Below(4), choices.Below(4)], element);

    private static TGrid Fill<TGrid, T>(TGrid grid, Func<T> element)
        where TGrid : class
    {
        var array = (System.Array)(object)grid;
        int[] index = new int[array.Rank];
        for (int at = 0; at < array.Length; at++)
        {
            int rest = at;
            for (int dimension = array.Rank - 1; dimension >= 0; dimension--)
                (rest, index[dimension]) = Math.DivRem(rest, array.GetLength(dimension));
            array.SetValue(element(), index);
        }
        return grid;
    }

    private Dictionary<TKey, TValue> AtMostOne<TKey, TValue>(Func<TKey> key, Func<TValue> value)
        where TKey : notnull => Boolean() ? new() { [key()] = value() } : [];
}
