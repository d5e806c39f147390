using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>A positional record.</summary>
[MessagePackObject]
public sealed record Line([property: Key(0)] string? Sku, [property: Key(1)] int Quantity, [property: Key(2)] decimal UnitPrice);

/// <summary>A record struct.</summary>
[MessagePackObject]
public readonly record struct Point([property: Key(0)] int X, [property: Key(1)] int Y);

/// <summary>A class whose members only its constructor sets.</summary>
[MessagePackObject]
public sealed class Money(decimal amount, string? currency)
{
    [Key(0)] public decimal Amount { get; } = amount;
    [Key(1)] public string? Currency { get; } = currency;
}

/// <summary>A struct with public fields, and keys that are not used.</summary>
[MessagePackObject]
public struct Fields
{
    [Key(1)] public int A;
    [Key(3)] public string? B;
}

/// <summary>A generic part.</summary>
/// <typeparam name="T">The element.</typeparam>
[MessagePackObject]
public sealed class Page<T>
{
    [Key(0)] public List<T>? Items { get; set; }
    [Key(1)] public int Total { get; init; }
}

/// <summary>A generic base class with keys.</summary>
/// <typeparam name="TId">Closed by the contract.</typeparam>
public abstract class Entity<TId>
    where TId : struct
{
    [Key(0)] public TId Id { get; init; }
    [Key(1)] public List<TId>? Related { get; init; }
}

/// <summary>A contract that nests itself.</summary>
[MessagePackObject]
[Message("proof.tree")]
public sealed partial record Tree
{
    [Key(0)] public int Number { get; init; }
    [Key(1)] public List<Tree?>? Children { get; init; }
    [Key(2)] public Tree? Next { get; init; }
}

/// <summary>Parts of every shape, with keys that are not used; more than 15 keys, so that the header takes three bytes.</summary>
[MessagePackObject]
[Message("proof.parts", Version = 2)]
public sealed partial class Parts : Entity<Guid>
{
    [Key(3)] public Line? Line { get; set; }
    [Key(4)] public Point Point { get; set; }
    [Key(5)] public Point? MaybePoint { get; set; }
    [Key(8)] public Money? Money { get; set; }
    [Key(9)] public Fields Fields { get; set; }
    [Key(10)] public Page<Line?>? Lines { get; set; }
    [Key(11)] public Page<long>? Numbers { get; set; }
    [Key(16)] public Tree? Tree { get; set; }
    [Key(20)] public int Last { get; set; }
}
