namespace Messaging.Codegen.Tests.Contracts;

internal sealed partial class Samples
{
    public Reused Reused() => new()
    {
        Text = Text(),
        Note = MaybeText(),
        Numbers = Array(() => (int)Number()),
        Doubles = List(Double),
        Bytes = Array(() => (byte)Number()),
        Lines = List(Line),
        Array = Boolean() ? Array(() => Boolean() ? Line() : null) : null,
        Map = Dictionary(Line),
        Readable = new Dictionary<int, string?> { [1] = MaybeText(), [_random.Next(2, 4)] = MaybeText() },
        Payment = Boolean() ? Payment() : null,
        Shape = Boolean() ? Shape(2) : null,
        Point = Point(),
        MaybePoint = Maybe(Point),
        Money = Boolean() ? new Money(Decimal(), Text()) : null,
        Tree = Boolean() ? Tree(2) : null,
        Kept = List(() => (int)Number()),
        MaybeKept = Maybe(() => (int)Number()),
        Place = Boolean() ? Place() : null,
        Set = Boolean() ? [(int)Number()] : null,
        Vault = Boolean() ? Vault.Make((int)Number(), Text(), List(() => (int)Number()), Guid()) : null,
        Names = Boolean() ? List(Text) : Array(Text),
        Box = Boolean() ? Box<string>.Make(Text(), MaybeText()) : null,
        Mixed = new Mixed((int)Number(), MaybeText()) { C = Number() },
        MaybeMixed = Maybe(() => new Mixed((int)Number(), MaybeText()) { C = Number() }),
        Shorts = Boolean() ? List(() => (ushort)Number()) : null,
        Flags = Boolean() ? Array(Boolean) : null,
        Longs = List(Number),
    };

    public ReusedStruct ReusedStruct() => new(Text(), List(Text));

    public ReusedMap ReusedMap() => new() { Text = Text(), Names = List(Text), Place = Boolean() ? Place() : null };

    public ReusedTree ReusedTree(int depth) => new(Text(), depth == 0 ? [] : List(() => ReusedTree(depth - 1)));

    public ReusedUnion ReusedUnion(int depth) => depth == 0 || Boolean() ? new ReusedLeft(Text()) : new ReusedRight(List(() => ReusedUnion(depth - 1)));

    private Dictionary<string, T> Dictionary<T>(Func<T> value)
    {
        var map = new Dictionary<string, T>();
        foreach (var key in new[] { "a", "größer", "b" })
        {
            if (_random.Next(3) > 0)
            {
                map[key] = value();
            }
        }

        return map;
    }
}
