namespace Messaging.Codegen.Generators.Model;

/// <summary>What a handler returns, without the task around it.</summary>
internal sealed record ReturnShape
{
    public static ReturnShape Nothing { get; } = new() { Kind = ReturnKind.Nothing };

    public required ReturnKind Kind { get; init; }

    /// <summary>The message or reply, or the element of a sequence: <c>global::Shop.PaymentRequested</c>; empty for the other kinds.</summary>
    public string Type { get; init; } = "";

    /// <summary>True when the value has to be compared with null first: every reference, and <see cref="Nullable{T}"/>.</summary>
    public bool CanBeNull { get; init; }

    /// <summary>True when it is a struct, nullable or not.</summary>
    public bool IsValueType { get; init; }

    /// <summary>True when a sequence has to be enumerated through its interface, because its type may have another enumerator too.</summary>
    public bool IsEnumeratedByInterface { get; init; }

    /// <summary>The parts of a tuple, or the one element of a sequence.</summary>
    public EquatableArray<ReturnShape> Elements { get; init; }
}

/// <summary>The kinds of <see cref="ReturnShape"/>.</summary>
internal enum ReturnKind
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>One message, which is published.</summary>
    Message,

    /// <summary>Messages that are published in turn.</summary>
    Sequence,

    /// <summary>Messages that are published as they come.</summary>
    AsyncSequence,

    /// <summary>A value tuple of the other kinds.</summary>
    Tuple,

    /// <summary>The reply to a request.</summary>
    Reply,
}
