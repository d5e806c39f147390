using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>A positional record as a part.</summary>
[MessagePackObject]
public sealed record Line([property: Key(0)] string Sku, [property: Key(1)] int Quantity, [property: Key(2)] decimal UnitPrice = 1.50m);

/// <summary>A struct as a part.</summary>
[MessagePackObject]
public readonly record struct Point([property: Key(0)] int X, [property: Key(1)] int Y);

/// <summary>A class with a constructor and members that only it can set.</summary>
[MessagePackObject]
public sealed class Money(decimal amount, string currency)
{
    [Key(0)] public decimal Amount { get; } = amount;
    [Key(1)] public string Currency { get; } = currency;
}

/// <summary>A struct with public fields.</summary>
[MessagePackObject]
public struct Fields
{
    [Key(0)] public int A;
    [Key(1)] public string? B;
}

/// <summary>Two constructors; the marked one is used.</summary>
[MessagePackObject]
public sealed class Marked
{
    public Marked(int a, int b, string? ignored = null)
    {
        (A, B, Ignored) = (a, b, ignored);
    }

    [SerializationConstructor]
    public Marked(int a)
    {
        A = a;
    }

    [Key(0)] public int A { get; }
    [Key(1)] public int B { get; set; }
    [IgnoreMember] public string? Ignored { get; set; }
}

/// <summary>Parts of every kind, with keys that are not used.</summary>
[MessagePackObject]
[Message("test.parts", Version = 2)]
public sealed partial class Parts
{
    [Key(1)] public Line? Line { get; set; }
    [Key(2)] public Point Point { get; set; }
    [Key(3)] public Point? MaybePoint { get; set; }
    [Key(6)] public Money? Money { get; set; }
    [Key(7)] public Fields Fields { get; set; }
    [Key(8)] public Marked? Marked { get; set; }
    [Key(9)] public Tree? Tree { get; set; }
    [Key(11)] public int Last { get; set; }
}

/// <summary>A contract that nests itself.</summary>
[MessagePackObject]
[Message("test.tree")]
public sealed partial record Tree([property: Key(0)] string Name, [property: Key(1)] List<Tree> Children, [property: Key(2)] Tree? Next = null);

/// <summary>A base class with keys.</summary>
/// <typeparam name="TId">Closed by the contracts.</typeparam>
public abstract class Entity<TId>
    where TId : notnull
{
    [Key(0)] public required TId Id { get; init; }
    [Key(1)] public List<TId> Related { get; init; } = [];
    [Key(2)] public virtual string Kind { get; init; } = new('e', 3);
}

[MessagePackObject]
[Message("test.inherited")]
public partial class Inherited : Entity<Guid>
{
    [Key(3)] public Page<Line> Lines { get; init; } = new();
    [Key(4)] public Page<int>? Numbers { get; init; }
    public override string Kind { get; init; } = "inherited";
}

/// <summary>A generic part.</summary>
/// <typeparam name="T">The element.</typeparam>
[MessagePackObject]
public sealed class Page<T>
{
    [Key(0)] public List<T> Items { get; init; } = [];
    [Key(1)] public int Total { get; init; }
}

[Union(0, typeof(Card))]
[Union(2, typeof(Transfer))]
[Union(1, typeof(GoldCard))]
public interface IPayment;

[MessagePackObject]
public record Card([property: Key(0)] string Number) : IPayment;

[MessagePackObject]
public sealed record GoldCard([property: Key(0)] string Number, [property: Key(1)] int Level) : IPayment;

[MessagePackObject]
public sealed class Transfer : IPayment
{
    [Key(0)] public string Iban { get; set; } = "";
}

/// <summary>Not a case of <see cref="IPayment"/>, but derived from one.</summary>
public record BlackCard(string Number) : Card(Number);

[Union(0, typeof(Circle))]
[Union(1, typeof(Group))]
[MessagePackObject]
public abstract class Shape
{
    [Key(0)] public int Id { get; set; }
}

[MessagePackObject]
public sealed class Circle : Shape
{
    [Key(1)] public double Radius { get; set; }
}

[MessagePackObject]
public sealed class Group : Shape
{
    [Key(1)] public List<Shape> Shapes { get; set; } = [];
}

[MessagePackObject]
[Message("test.unions")]
public readonly partial record struct Unions([property: Key(0)] IPayment? Payment, [property: Key(1)] IReadOnlyList<IPayment> More, [property: Key(2)] Shape? Shape);

/// <summary>An empty contract, nested.</summary>
public static partial class Outer
{
    [MessagePackObject]
    [Message("test.empty")]
    public sealed partial record Empty;

    [MessagePackObject]
    [Message("test.mutable-struct")]
    public partial struct Mutable
    {
        [Key(0)] public int A { get; set; }
        [Key(1)] public string? B;
    }
}

/// <summary>More than 15 members, so that the header takes three bytes, of which most are not used.</summary>
[MessagePackObject]
[Message("test.sparse")]
public sealed partial record Sparse
{
    [Key(20)] public string? Last { get; init; }
    [Key(3)] public int First { get; init; }
}
