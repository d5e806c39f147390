namespace Messaging.Codegen.Contracts;

/// <summary>Random graphs of every contract.</summary>
/// <param name="choices">What decides.</param>
public sealed partial class Graphs(Choices choices)
{
    private const int MaxDepth = 4;

    public Everything Everything() => new()
    {
        Scalars = Some(Scalars),
        NullableScalars = Some(NullableScalars),
        Enums = Some(Enums),
        Numbers = Some(Numbers),
        Sequences = Some(Sequences),
        Sets = Some(Sets),
        Maps = Some(Maps),
        Parts = Some(Parts),
        Unions = Maybe(Unions),
        Defaults = Some(Defaults),
        Tree = Some(() => Tree(0)),
        Named = Some(Named),
        Numerics = Some(Numerics),
        Views = Some(Views),
        Tables = Some(Tables),
        Grids = Some(Grids),
        Tuples = Some(Tuples),
    };

    public Named Named() => new()
    {
        Id = (int)Integer(),
        Size = Double(),
        Name = Some(Text),
        Numbers = Some(() => List(Int)),
        Place = Some(() => new Place { Zip = (int)Integer(), City = Text(), People = Some(() => Dictionary(KeyText, Int)) }),
        Memory = Maybe(() => new ReadOnlyMemory<byte>(Bytes())),
        Seven = (int)Integer(),
        Must = Some(Text),
        Line = Some(Line),
    };

    public Enums Enums() => new()
    {
        Byte = Pick<ByteEnum>(),
        SByte = Pick<SByteEnum>(),
        Int16 = Pick<Int16Enum>(),
        UInt16 = Pick<UInt16Enum>(),
        Int32 = Pick<Int32Enum>(),
        UInt32 = Pick<UInt32Enum>(),
        Int64 = Pick<Int64Enum>(),
        UInt64 = Pick<UInt64Enum>(),
        Mapped = Pick<Mapped>(),
        Open = Open(),
        Flags = Pick<Flags>() | Pick<Flags>(),
        Nullable = Maybe(Pick<Int32Enum>),
        List = Some(() => List(Pick<Mapped>)),
        Array = Some(() => Array(Pick<Int16Enum>)),
        Map = Some(() => Dictionary(Open, Pick<Flags>)),
    };

    public Parts Parts() => new()
    {
        Id = Guid(),
        Related = Some(() => List(Guid)),
        Line = Some(Line),
        Point = Point(),
        MaybePoint = Maybe(Point),
        Money = Some(() => new Money(Decimal(), Some(Text))),
        Fields = new Fields { A = (int)Integer(), B = Some(Text) },
        Lines = Some(() => new Page<Line?> { Items = Some(() => List(() => Some(Line))), Total = (int)Integer() }),
        Numbers = Some(() => new Page<long> { Items = Some(() => List(Integer)), Total = (int)Integer() }),
        Tree = Some(() => Tree(0)),
        Last = (int)Integer(),
    };

    public Tree Tree() => Tree(0);

    public Unions Unions() => new(Some(Payment), Some(() => Array(() => Some(Payment))), Some(() => Shape(0)));

    public Defaults Defaults() => new()
    {
        Number = (int)Integer(),
        Text = Text(),
        Note = Some(Text),
        Seven = (int)Integer(),
        Name = Text(),
        Maybe = Some(Text),
        Numbers = List(() => (int)Integer()),
        Half = Maybe(Double),
        Mapped = Pick<Mapped>(),
        Point = Point(),
        Price = Decimal(),
        Last = Maybe(Point),
    };

    private Tree Tree(int depth) => new()
    {
        Number = (int)Integer(),
        Children = depth == MaxDepth ? null : Some(() => List(() => Some(() => Tree(depth + 1)), 3)),
        Next = depth == MaxDepth ? null : Some(() => Tree(depth + 1)),
    };

    private IPayment Payment() => choices.Below(3) switch
    {
        0 => new Card(Some(Text)),
        1 => new GoldCard(Some(Text), (int)Integer()),
        _ => new Transfer { Iban = Some(Text) },
    };

    private Shape Shape(int depth) => depth == MaxDepth || !choices.Once(3)
        ? new Circle { Id = (int)Integer(), Radius = Double() }
        : new Group { Id = (int)Integer(), Shapes = Some(() => List(() => Some(() => Shape(depth + 1)), 3)) };

    private Line Line() => new(Some(Text), (int)Integer(), Decimal());

    private Point Point() => new((int)Integer(), (int)Integer());

    private Open Open() => (Open)Integer();
}
