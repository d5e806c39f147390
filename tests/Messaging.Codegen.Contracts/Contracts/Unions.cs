using MessagePack;

namespace Messaging.Codegen.Contracts;

[Union(0, typeof(Card))]
[Union(300, typeof(Transfer))]
[Union(1, typeof(GoldCard))]
public interface IPayment;

[MessagePackObject]
public record Card([property: Key(0)] string? Number) : IPayment;

[MessagePackObject]
public sealed record GoldCard([property: Key(0)] string? Number, [property: Key(1)] int Level) : IPayment;

[MessagePackObject]
public sealed class Transfer : IPayment
{
    [Key(0)] public string? Iban { get; set; }
}

/// <summary>An abstract class as a union, whose cases nest it.</summary>
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
    [Key(1)] public List<Shape?>? Shapes { get; set; }
}

[MessagePackObject]
[Message("proof.unions")]
public readonly partial record struct Unions(
    [property: Key(0)] IPayment? Payment,
    [property: Key(1)] IReadOnlyList<IPayment?>? Payments,
    [property: Key(2)] Shape? Shape);
