using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;

namespace Messaging.Codegen.Tests.Contracts;

/// <content>Values of the types beyond the primitive ones and the common collections.</content>
internal sealed partial class Samples
{
    private static readonly string[] Addresses = ["", "a/b?c#d", "http://example.org", "https://example.org:8080/größe?q=%20#ж", "/absolute", "urn:a:b", "mailto:a@b.c"];

    public Numerics Numerics() => new()
    {
        Half = Half(),
        Int128 = Wide(),
        UInt128 = (UInt128)Wide(),
        BigInteger = Big(),
        Complex = new Complex(Double(), Double()),
        Rune = Rune(),
        Vector2 = new(Single(), Single()),
        Vector3 = Vector3(),
        Vector4 = new(Single(), Single(), Single(), Single()),
        Quaternion = new(Single(), Single(), Single(), Single()),
        Matrix3x2 = new(Single(), Single(), Single(), Single(), Single(), Single()),
        Matrix4x4 = Matrix(),
        Halves = List(Half),
        Int128s = Array(Wide),
        BigIntegers = List(() => Maybe(Big)),
        Vectors = Boolean() ? Array(Vector3) : null,
        Runes = Array(Rune),
    };

    public NullableNumerics NullableNumerics() => new()
    {
        Half = Maybe(Half),
        Int128 = Maybe(Wide),
        UInt128 = Maybe(() => (UInt128)Wide()),
        BigInteger = Maybe(Big),
        Complex = Maybe(() => new Complex(Double(), Double())),
        Rune = Maybe(Rune),
        Vector2 = Maybe(() => new Vector2(Single(), Single())),
        Vector3 = Maybe(Vector3),
        Vector4 = Maybe(() => new Vector4(Single(), Single(), Single(), Single())),
        Quaternion = Maybe(() => new Quaternion(Single(), Single(), Single(), Single())),
        Matrix3x2 = Maybe(() => new Matrix3x2(Single(), Single(), Single(), Single(), Single(), Single())),
        Matrix4x4 = Maybe(Matrix),
    };

    public FrameworkClasses FrameworkClasses() => new()
    {
        Uri = Uri(),
        Version = Version(),
        Builder = new StringBuilder(Text()),
        Bits = Bits(),
        MaybeUri = Boolean() ? Uri() : null,
        MaybeVersion = Boolean() ? Version() : null,
        MaybeBuilder = Boolean() ? new StringBuilder(Text()).Append(Text()) : null,
        MaybeBits = Boolean() ? Bits() : null,
        Uris = List(() => Boolean() ? Uri() : null),
        Versions = Array(Version),
    };

    public KeyTypes KeyTypes() => new()
    {
        Boolean = One(Boolean()),
        SByte = One((sbyte)Number()),
        Byte = One((byte)Number()),
        Int16 = One((short)Number()),
        UInt16 = One((ushort)Number()),
        UInt32 = One((uint)Number()),
        Int64 = One(Number()),
        UInt64 = One((ulong)Number()),
        Single = One(Single()),
        Double = One(Double()),
        Char = One((char)_random.Next(0xd800)),
        Decimal = One(Decimal()),
        DateTime = One(Time()),
        DateTimeOffset = One(Offset()),
        TimeSpan = One(new TimeSpan(Number())),
        DateOnly = One(DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber))),
        TimeOnly = One(new TimeOnly(_random.NextInt64(TimeOnly.MaxValue.Ticks))),
        Half = One(Half()),
        Rune = One(Rune()),
        Int128 = One(Wide()),
        UInt128 = One((UInt128)Wide()),
        BigInteger = One(Big()),
        Complex = One(new Complex(Double(), Double())),
        Uri = One(Uri()),
        Version = One(Version()),
        Vector2 = One(new Vector2(Single(), Single())),
        SmallSigned = One(Pick<SmallSigned>()),
        Wide = One(Pick<Wide>()),
        Rights = One(Pick<Rights>()),
    };

    public EnumBases EnumBases() => new()
    {
        SmallSigned = Pick<SmallSigned>(),
        Narrow = Pick<Narrow>(),
        NarrowUnsigned = Pick<NarrowUnsigned>(),
        Plain = Pick<Plain>(),
        Wide = Pick<Wide>(),
        Rights = Pick<Rights>() | Pick<Rights>(),
        MaybeSmallSigned = Maybe(Pick<SmallSigned>),
        MaybeNarrow = Maybe(Pick<Narrow>),
        MaybeNarrowUnsigned = Maybe(Pick<NarrowUnsigned>),
        MaybePlain = Maybe(Pick<Plain>),
        MaybeWide = Maybe(Pick<Wide>),
        MaybeRights = Maybe(Pick<Rights>),
        ManyRights = Array(Pick<Rights>),
        ManyPlain = List(() => Maybe(Pick<Plain>)),
    };

    public MoreSequences MoreSequences() => new()
    {
        Stack = new Stack<int>(List(Int)),
        Texts = Boolean() ? new Stack<string?>(List(MaybeText)) : null,
        Bag = [Int()],
        Queue = new ConcurrentQueue<string>(List(Text)),
        ConcurrentStack = new ConcurrentStack<int>(List(Int)),
        Observed = new(new ObservableCollection<int>(List(Int))),
        ImmutableQueue = [.. List(Text)],
        ImmutableStack = [.. List(Int)],
        IImmutableQueue = ImmutableQueue.CreateRange(List(Int)),
        IImmutableStack = ImmutableStack.CreateRange(List(Text)),
        IImmutableList = Boolean() ? ImmutableList.CreateRange(List(Int)) : ImmutableArray.CreateRange(List(Int)),
        ByteSegment = Segment(() => (byte)Number()),
        Segment = Segment(Int),
        TextSegment = Segment(MaybeText),
        ByteSequence = Sequence(() => (byte)Number()),
        Sequence = Sequence(Int),
        Memory = Array(Int).AsMemory(),
        ReadOnlyMemory = Array(Text),
        ByteMemory = Array(() => (byte)Number()),
        MaybeByteSequence = Boolean() ? Sequence(() => (byte)Number()) : null,
        MaybeByteSegment = Maybe(() => Segment(() => (byte)Number())),
        MaybeMemory = Maybe<ReadOnlyMemory<long>>(() => Array(Number)),
        ByteSegments = List(() => Segment(() => (byte)Number())),
        ImmutableArrays = List(() => Boolean() ? [.. List(Int)] : default(ImmutableArray<int>)),
        Segments = List(() => Segment(Double)),
        Priorities = new PriorityQueue<string, int>(List(() => (Text(), Int()))),
        Chars = Array(() => (char)_random.Next(0xd800)),
        Times = List(Time),
        Lines = new Stack<Line?>(List(() => Boolean() ? Line() : null)),
    };

    public MoreMaps MoreMaps() => new()
    {
        Concurrent = new() { [Int()] = Text() },
        Frozen = new Dictionary<string, int> { [Text()] = 1 }.ToFrozenDictionary(),
        FrozenSet = [Int()],
        FrozenTexts = Boolean() ? [Text()] : null,
        ReadOnlySet = new(new HashSet<int> { Int() }),
        Ordered = new() { ["z"] = 1, ["a"] = Int() },
        OrderedLines = Boolean() ? new() { [Number()] = Line() } : null,
        IImmutableDictionary = ImmutableDictionary<string, int>.Empty.Add(Text(), Int()),
        IImmutableSet = ImmutableHashSet.Create(Int()),
        Nested = Boolean() ? new() { [Text()] = new(List(Int)) } : null,
        Points = [Point()],
        Numbers = [Maybe(Int)],
        Lookup = List(Text).ToLookup(static text => text, static text => text.Length),
        Group = Boolean() ? List(() => Boolean() ? Line() : null).GroupBy(static _ => 5).FirstOrDefault() : null,
        Lookups = Boolean() ? List(MaybeText).ToLookup(_ => Pick<Plain>()) : null,
    };

    public Grids Grids() => new()
    {
        Two = Grid(Int),
        Three = new string?[,,] { { { MaybeText(), Text() } }, { { null, "a" } } },
        Four = Boolean() ? new byte[1, 2, 3, _random.Next(3)] : null,
        ArrayOfGrids = Array(() => Grid(Double)),
        GridOfArrays = Grid(() => Array(Int)),
        ListOfGrids = List(() => Boolean() ? Grid(Boolean) : null),
        Lines = Boolean() ? Grid(Line) : null,
        Jagged = Array(() => Array(() => Array(Int))),
    };

    public Tuples Tuples() => new()
    {
        One = new(Int()),
        Two = (Int(), Text()),
        Three = (Int(), MaybeText(), Guid()),
        Four = (1, Int(), 3, 4),
        Five = (1, 2, 3, Int(), 5),
        Six = (1, 2, 3, 4, 5, Int()),
        Seven = (1, 2, 3, 4, 5, 6, Int()),
        Eight = (1, 2, 3, 4, 5, 6, 7, MaybeText()),
        Ten = (1, 2, 3, 4, 5, 6, 7, 8, 9, Int()),
        Maybe = Boolean() ? (Int(), MaybeText()) : null,
        ClassOne = Boolean() ? new(Int()) : null,
        ClassTwo = new(Int(), Text()),
        ClassThree = Boolean() ? new(1, 2, Int()) : null,
        ClassFour = Boolean() ? new(1, 2, 3, Int()) : null,
        ClassFive = Boolean() ? new(1, 2, 3, 4, Int()) : null,
        ClassSix = Boolean() ? new(1, 2, 3, 4, 5, Int()) : null,
        ClassSeven = Boolean() ? new(1, 2, 3, 4, 5, 6, Int()) : null,
        ClassEight = Boolean() ? new(1, 2, 3, 4, 5, 6, 7, new(Text())) : null,
        Pairs = List<(string, Line?)>(() => (Text(), Boolean() ? Line() : null)),
        Map = new() { [Text()] = Array(() => (Double(), Double())) },
        Nested = (Int(), (Int(), Int()), new(Text(), Maybe(Int))),
    };

    private static Dictionary<TKey, int> One<TKey>(TKey key)
        where TKey : notnull => new() { [key] = 1 };

    private T[,] Grid<T>(Func<T> value)
    {
        var grid = new T[_random.Next(4), _random.Next(4)];
        for (var i = 0; i < grid.GetLength(0); i++)
        {
            for (var j = 0; j < grid.GetLength(1); j++)
            {
                grid[i, j] = value();
            }
        }

        return grid;
    }

    /// <summary>The middle of an array, or none.</summary>
    private ArraySegment<T> Segment<T>(Func<T> value)
    {
        T[] array = [value(), .. List(value), value()];
        return Boolean() ? new ArraySegment<T>(array, 1, array.Length - 2) : default;
    }

    private ReadOnlySequence<T> Sequence<T>(Func<T> value) => Boolean()
        ? new ReadOnlySequence<T>(Array(value))
        : Segments.Of<T>([Array(value), Array(value), Array(value)]);

    private Matrix4x4 Matrix() => new(
        Single(), Single(), Single(), Single(), Single(), Single(), Single(), Single(),
        Single(), Single(), Single(), Single(), Single(), Single(), Single(), Single());

    private Vector3 Vector3() => new(Single(), Single(), Single());

    private Uri Uri() => new(Addresses[_random.Next(Addresses.Length)], UriKind.RelativeOrAbsolute);

    private Version Version() => _random.Next(3) switch
    {
        0 => new Version(_random.Next(), _random.Next(10)),
        1 => new Version(1, 2, _random.Next()),
        _ => new Version(_random.Next(5), 0, int.MaxValue, _random.Next()),
    };

    private BitArray Bits() => new(Array(Boolean));

    private Rune Rune() => new(Boolean() ? _random.Next(0xd800) : _random.Next(0xe000, 0x110000));

    private int Int() => (int)Number();

    private float Single() => (float)Double();

    private Half Half() => Boolean() ? (Half)Double() : BitConverter.UInt16BitsToHalf((ushort)_random.Next(65536));

    private Int128 Wide() => ((Int128)Number() << (Boolean() ? 64 : 0)) | (ulong)Number();

    private BigInteger Big() => _random.Next(4) switch
    {
        0 => Number(),
        1 => BigInteger.Pow(Number(), _random.Next(40)),
        2 => -BigInteger.One << _random.Next(3000),
        _ => new BigInteger(Array(() => (byte)Number())),
    };
}
