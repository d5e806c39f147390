namespace Messaging.Codegen.Generators.Model;

/// <summary>The layout of a class or struct: an array with a slot per key, or a map of names; and how the object is made from it.</summary>
internal sealed record ObjectModel
{
    public required TypeRef Type { get; init; }

    /// <summary>The number of slots: the highest key and 1.</summary>
    public required int Count { get; init; }

    /// <summary>True for a map; keys are then positions in the order in which the members are written.</summary>
    public bool IsMap { get; init; }

    /// <summary>True when an object that is there can be given all of its members anew.</summary>
    public bool IsOverwritable => !Type.IsValueType && Members.All(static member => member.IsOverwritable);

    /// <summary>In the order of their keys.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>The keys that must not be used again, as facts spell them.</summary>
    public EquatableArray<string> Reserved { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The constructor's arguments in their order, as keys of members.</summary>
    public required EquatableArray<ConstructorArgument> Arguments { get; init; }

    /// <summary>How to call a private constructor, or null. Behind it there is no initializer: members are set by statements.</summary>
    public AccessorModel? Constructor { get; init; }
}

/// <summary>One argument of the constructor.</summary>
/// <param name="Key">The member whose value is passed.</param>
/// <param name="Suffix"><c>!</c> where the member may be null and the parameter may not, else empty.</param>
internal sealed record ConstructorArgument(int Key, string Suffix);

/// <summary>A keyed property or field.</summary>
internal sealed record MemberModel
{
    public required int Key { get; init; }

    /// <summary>The name that stands for the member in a map, or null in an array.</summary>
    public string? KeyName { get; init; }

    /// <summary>The name, not escaped.</summary>
    public required string Name { get; init; }

    /// <summary>The escaped name of the local that holds its value, unique in the object.</summary>
    public required string Local { get; init; }

    /// <summary>The name of the local that tells whether a message has a member which may be null; unique in the object.</summary>
    public required string Presence { get; init; }

    public required ValueModel Value { get; init; }

    public required Assignment Assignment { get; init; }

    public required Absence Absence { get; init; }

    /// <summary>With <see cref="Absence.Default"/>: the expression for an absent member.</summary>
    public string Default { get; init; } = "";

    /// <summary>The default in the grammar of facts, or null when there is none worth telling.</summary>
    public string? DefaultFact { get; init; }

    /// <summary>With <see cref="Assignment.Accessor"/>: how to set the member.</summary>
    public AccessorModel? Accessor { get; init; }

    /// <summary>Only for contracts that are reused: true when the member of an object that is there can be set.</summary>
    public bool IsOverwritable { get; init; }

    /// <summary>With <see cref="IsOverwritable"/>: the accessor to set it by, or null when its name will do.</summary>
    public AccessorModel? Overwrite { get; init; }

    /// <summary>How to get the value of a private member, or null when its name will do.</summary>
    public AccessorModel? Getter { get; init; }
}

/// <summary>How a member gets its value.</summary>
internal enum Assignment
{
    /// <summary>By a constructor argument.</summary>
    Argument,

    /// <summary>In the object initializer.</summary>
    Initializer,

    /// <summary>By a statement after the construction.</summary>
    Statement,

    /// <summary>By an accessor after the construction.</summary>
    Accessor,
}

/// <summary>What happens when a message does not have the member.</summary>
internal enum Absence
{
    /// <summary>The message is refused.</summary>
    Fails,

    /// <summary>The member gets a known default.</summary>
    Default,

    /// <summary>The member keeps what construction has given it.</summary>
    Keeps,

    /// <summary>The same, but the message is refused when that is null.</summary>
    KeepsUnlessNull,
}
