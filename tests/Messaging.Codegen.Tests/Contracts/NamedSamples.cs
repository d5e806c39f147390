namespace Messaging.Codegen.Tests.Contracts;

internal sealed partial class Samples
{
    public Named Named() => new()
    {
        Id = (int)Number(),
        Name = MaybeText(),
        Size = Double(),
        Tags = List(Text),
        Place = Boolean() ? Place() : null,
        Places = new() { ["a"] = Place(), ["b"] = Place() },
        Spot = new Spot((int)Number(), 2),
        Other = Maybe(() => new Spot(1, (int)Number())),
        Line = Boolean() ? Line() : null,
        Signal = _random.Next(3) switch { 0 => null, 1 => new Flag(Text()), _ => new Light((int)Number()) },
        Long = Pick<Small>(),
        Blank = Boolean(),
        @event = Maybe(() => (int)Number()),
        Maybe = Maybe(Time),
        Guid = Guid(),
        Last = Decimal(),
    };

    public NamedInherited NamedInherited() => new()
    {
        BaseField = (int)Number(),
        Kind = Text(),
        BaseLast = 1,
        Field = (int)Number(),
        B = 2,
        First = (int)Number(),
    };

    public ImplicitInherited ImplicitInherited() => new()
    {
        BaseField = (int)Number(),
        Kind = Text(),
        BaseLast = 1,
        Field = (int)Number(),
        B = 2,
        First = (int)Number(),
    };

    public Implicit Implicit(int depth) => new((int)Number(), Text())
    {
        Key = Guid(),
        More = List(() => (int)Number()),
        Next = depth == 0 ? null : Implicit(depth - 1),
        Point = Point(),
    };

    public MapsInArray MapsInArray() =>
        new(Boolean() ? Place() : null, List(() => new Spot((int)Number(), 1)), Boolean() ? Person() : null);

    public WideMap WideMap() => new() { A = (int)Number(), H = (int)Number(), I = MaybeText(), L = Text(), P = Text() };

    private Place Place() => new((int)Number(), Text()) { Country = MaybeText(), People = List(Person) };

    private Person Person() => new() { Age = (int)Number(), Name = Text(), Note = MaybeText() };
}
