namespace Messaging.Codegen.Generators.Model;

/// <summary>A type that gets a write and a read method of its own beside the contract.</summary>
internal abstract record ShapeModel
{
    /// <summary>What the methods are named for, unique in the file: <c>OrderLine</c>, <c>ListOfOrderLine</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type, not nullable.</summary>
    public required TypeRef Type { get; init; }
}

/// <summary>A class or struct of keyed members.</summary>
internal sealed record PartShape : ShapeModel
{
    /// <summary>Its name in the grammar of facts: <c>part:OrderLine</c>, or the identity of a contract.</summary>
    public required string Wire { get; init; }

    public required ObjectModel Object { get; init; }

    /// <summary>True when its values can nest in each other without limit.</summary>
    public required bool IsRecursive { get; init; }
}

/// <summary>A contract that is only reachable through its own serializer.</summary>
internal sealed record ContractShape : ShapeModel
{
    /// <summary><c>name/vN</c>.</summary>
    public required string Identity { get; init; }
}

/// <summary>An interface or abstract class whose cases are told apart by a tag.</summary>
internal sealed record UnionShape : ShapeModel
{
    /// <summary>Its name in the grammar of facts: <c>union:IPayment</c>.</summary>
    public required string Wire { get; init; }

    /// <summary>For exceptions: <c>Shop.IPayment</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>In the order of their tags.</summary>
    public required EquatableArray<UnionCase> Cases { get; init; }

    /// <summary>The tags that must not be used again, as facts spell them.</summary>
    public EquatableArray<string> Reserved { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Positions in <see cref="Cases"/> in an order in which derived types come before their bases.</summary>
    public required EquatableArray<int> MatchOrder { get; init; }

    public required bool IsRecursive { get; init; }
}

/// <summary>One case of a union.</summary>
/// <param name="Tag">The number on the wire.</param>
/// <param name="Value">The case's type; always a shape.</param>
/// <param name="Variable">A name for it in patterns.</param>
/// <param name="IsExact">True when nothing can derive from the type, so that a type test is exact.</param>
internal sealed record UnionCase(int Tag, ValueModel Value, string Variable, bool IsExact);

/// <summary>An enum whose numbers are checked.</summary>
internal sealed record EnumShape : ShapeModel
{
    /// <summary>For exceptions: <c>Shop.Region</c>.</summary>
    public required string DisplayName { get; init; }

    public required ScalarKind Underlying { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>The condition on a local <c>number</c> under which it is a known value, for example <c>number is &gt;= 0 and &lt;= 3</c>.</summary>
    public required string KnownCondition { get; init; }

    /// <summary>The member that unknown numbers become, or null when they are refused.</summary>
    public required string? UnknownMember { get; init; }

    /// <summary>The numbers that must not be used again, as facts spell them.</summary>
    public EquatableArray<string> Reserved { get; init; } = EquatableArray<string>.Empty;

    /// <summary>In the order of their numbers; the first name of each number.</summary>
    public required EquatableArray<EnumMember> Members { get; init; }
}

/// <summary>One named number.</summary>
/// <param name="Name">The name, not escaped.</param>
/// <param name="Number">The number as an invariant literal.</param>
internal sealed record EnumMember(string Name, string Number);

/// <summary>A tuple, a pair or a group, written as an array of its items.</summary>
internal sealed record TupleShape : ShapeModel
{
    public required EquatableArray<TupleItem> Items { get; init; }

    /// <summary>What makes it of its items, a method or <c>new X</c>.</summary>
    public required string Make { get; init; }
}

/// <summary>One item of a tuple.</summary>
/// <param name="Access">What it is got at by: <c>tuple.Item1</c>.</param>
/// <param name="Local">A name for it in emitted code.</param>
/// <param name="Value">How it travels.</param>
internal sealed record TupleItem(string Access, string Local, ValueModel Value);
