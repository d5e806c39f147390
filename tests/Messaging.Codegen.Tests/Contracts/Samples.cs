using System.Collections.Immutable;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Random values, the same in every run.</summary>
internal sealed partial class Samples(int seed)
{
    private static readonly string[] Texts =
        ["", "a", "orders.eu", "größer", "Ж", "日本語", "😀", "tab\tand\nline", new('x', 31), new('y', 32), new('z', 300)];

    private static readonly long[] Edges =
        [0, 1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, 1L << 31, uint.MaxValue, 1L << 32, long.MaxValue];

    private readonly Random _random = new(seed);

    public Scalars Scalars() => new()
    {
        Boolean = Boolean(),
        SByte = (sbyte)Number(),
        Byte = (byte)Number(),
        Int16 = (short)Number(),
        UInt16 = (ushort)Number(),
        Int32 = (int)Number(),
        UInt32 = (uint)Number(),
        Int64 = Number(),
        UInt64 = (ulong)Number(),
        Single = (float)Double(),
        Double = Double(),
        Char = (char)_random.Next(0xd800),
        String = Text(),
        Guid = Guid(),
        Decimal = Decimal(),
        DateTime = Time(),
        DateTimeOffset = Offset(),
        TimeSpan = new TimeSpan(Number()),
        DateOnly = DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)),
        TimeOnly = new TimeOnly(_random.NextInt64(TimeOnly.MaxValue.Ticks)),
    };

    public NullableScalars NullableScalars() => new()
    {
        Boolean = Maybe(Boolean),
        SByte = Maybe(() => (sbyte)Number()),
        Byte = Maybe(() => (byte)Number()),
        Int16 = Maybe(() => (short)Number()),
        UInt16 = Maybe(() => (ushort)Number()),
        Int32 = Maybe(() => (int)Number()),
        UInt32 = Maybe(() => (uint)Number()),
        Int64 = Maybe(Number),
        UInt64 = Maybe(() => (ulong)Number()),
        Single = Maybe(() => (float)Double()),
        Double = Maybe(Double),
        Char = Maybe(() => (char)_random.Next(0xd800)),
        String = MaybeText(),
        Guid = Maybe(Guid),
        Decimal = Maybe(Decimal),
        DateTime = Maybe(Time),
        DateTimeOffset = Maybe(Offset),
        TimeSpan = Maybe(() => new TimeSpan(Number())),
        DateOnly = Maybe(() => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber))),
        TimeOnly = Maybe(() => new TimeOnly(_random.NextInt64(TimeOnly.MaxValue.Ticks))),
    };

    public Enums Enums() => new()
    {
        Small = Pick<Small>(),
        Signed = Pick<Signed>(),
        Open = (Open)Number(),
        Choices = Pick<Choices>() | Pick<Choices>(),
        Maybe = Maybe(Pick<Small>),
        Many = List(Pick<Signed>),
        Map = new() { [(Open)Number()] = Pick<Choices>() },
    };

    public Sequences Sequences() => new()
    {
        Numbers = Array(() => (int)Number()),
        Bytes = Array(() => (byte)Number()),
        Texts = Boolean() ? Array(MaybeText) : null,
        Jagged = Array(() => Array(() => (int)Number())),
        Longs = List(Number),
        ByteList = List(() => (byte)Number()),
        Guids = List(() => Maybe(Guid)),
        IList = Boolean() ? List(Text) : Array(Text),
        ICollection = Boolean() ? List(Double) : new LinkedList<double>(List(Double)),
        IReadOnlyList = Boolean() ? List(Line) : Array(Line),
        IReadOnlyCollection = Boolean() ? Array(() => (int)Number()) : new Queue<int>(List(() => (int)Number())),
        IEnumerable = Array(Boolean),
        Queue = new Queue<string>(List(Text)),
        LinkedList = new LinkedList<char>(List(() => 'a')),
        Collection = new(List(() => (int)Number())),
        ObservableCollection = new(List(() => (int)Number())),
        ReadOnlyCollection = new(List(() => (int)Number())),
        ImmutableArray = [.. List(Text)],
        ImmutableList = [.. List(() => (int)Number())],
        Memory = Array(() => (byte)Number()),
        Nested = Boolean() ? List(() => List(Text)) : null,
        Points = List(() => Maybe(Point)),
        Floats = Boolean() ? Array(() => (float)Double()) : null,
        Shorts = Boolean() ? List(() => (ushort)Number()) : Array(() => (ushort)Number()),
        MaybeMemory = Maybe<Memory<byte>>(() => Array(() => (byte)Number())),
    };

    public Maps Maps() => new()
    {
        HashSet = [Text()],
        ISet = new HashSet<int> { (int)Number() },
        SortedSet = [.. List(() => (int)Number())],
        ImmutableHashSet = [(int)Number()],
        ImmutableSortedSet = [.. List(() => (int)Number())],
        Dictionary = new() { ["a"] = 1, ["b"] = (int)Number() },
        IDictionary = Boolean() ? new Dictionary<int, string?> { [1] = MaybeText() } : new SortedList<int, string?> { [2] = MaybeText() },
        IReadOnlyDictionary = new Dictionary<Guid, Line> { [Guid()] = Line() },
        SortedDictionary = new() { ["x"] = List(() => (int)Number()), ["y"] = [] },
        SortedList = new() { [3] = 4, [1] = 2 },
        ReadOnlyDictionary = new(new Dictionary<int, int> { [1] = 2 }),
        ImmutableDictionary = ImmutableDictionary<int, string>.Empty.Add(1, Text()),
        ImmutableSortedDictionary = ImmutableSortedDictionary<int, string>.Empty.Add(2, Text()).Add(1, Text()),
        Pair = new(Text(), Point()),
        Nested = Boolean() ? new() { [Text()] = new() { [Number()] = Maybe(Boolean) } } : null,
        IReadOnlySet = Boolean() ? new HashSet<string> { Text() } : null,
    };

    public Parts Parts() => new()
    {
        Line = Boolean() ? Line() : null,
        Point = Point(),
        MaybePoint = Maybe(Point),
        Money = Boolean() ? new Money(Decimal(), Text()) : null,
        Fields = new Fields { A = (int)Number(), B = MaybeText() },
        Marked = Boolean() ? new Marked((int)Number()) { B = (int)Number() } : null,
        Tree = Boolean() ? Tree(3) : null,
        Last = (int)Number(),
    };

    public Tree Tree(int depth) => new(Text(), depth == 0 ? [] : List(() => Tree(depth - 1)), depth > 0 && Boolean() ? Tree(depth - 1) : null);

    public Inherited Inherited() => new()
    {
        Id = Guid(),
        Related = List(Guid),
        Kind = Text(),
        Lines = new Page<Line> { Items = List(Line), Total = (int)Number() },
        Numbers = Boolean() ? new Page<int> { Items = List(() => (int)Number()) } : null,
    };

    public Unions Unions() => new(Boolean() ? Payment() : null, List(Payment), Boolean() ? Shape(2) : null);

    public Outer.Mutable Mutable() => new() { A = (int)Number(), B = MaybeText() };

    public Sparse Sparse() => new() { First = (int)Number(), Last = MaybeText() };

    private IPayment Payment() => _random.Next(3) switch
    {
        0 => new Card(Text()),
        1 => new GoldCard(Text(), (int)Number()),
        _ => new Transfer { Iban = Text() },
    };

    private Shape Shape(int depth) =>
        depth == 0 || Boolean()
            ? new Circle { Id = (int)Number(), Radius = Double() }
            : new Group { Id = (int)Number(), Shapes = List(() => Shape(depth - 1)) };

    private Line Line() => new(Text(), (int)Number(), Decimal());

    private Point Point() => new((int)Number(), (int)Number());

    private bool Boolean() => _random.Next(2) == 0;

    private long Number() => _random.Next(3) switch
    {
        0 => Edges[_random.Next(Edges.Length)],
        1 => -Edges[_random.Next(Edges.Length)],
        _ => _random.NextInt64(long.MinValue, long.MaxValue) >> _random.Next(64),
    };

    private double Double() => _random.Next(4) == 0 ? double.NaN : (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-20, 20));

    private string Text() => _random.Next(500) == 0 ? new string('ж', 40_000) : Texts[_random.Next(Texts.Length)];

    private string? MaybeText() => Boolean() ? Text() : null;

    private decimal Decimal() => new(_random.Next(), _random.Next(), Boolean() ? 0 : _random.Next(), Boolean(), (byte)_random.Next(29));

    private Guid Guid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private DateTime Time() => new(_random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private DateTimeOffset Offset() => new(_random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(_random.Next(-840, 841)));

    private TEnum Pick<TEnum>()
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>();
        return values[_random.Next(values.Length)];
    }

    private T? Maybe<T>(Func<T> value)
        where T : struct =>
        Boolean() ? value() : null;

    private List<T> List<T>(Func<T> value) => [.. Enumerable.Range(0, _random.Next(4) == 0 ? 20 : _random.Next(4)).Select(_ => value())];

    private T[] Array<T>(Func<T> value) => [.. List(value)];
}
