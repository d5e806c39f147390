namespace Messaging.Codegen.Generators.Model;

/// <summary>How the value of a member or an element is written and read.</summary>
internal sealed record ValueModel
{
    /// <summary>The declared type.</summary>
    public required TypeRef Type { get; init; }

    public required ValueKind Kind { get; init; }

    /// <summary>The scalar itself, the type that an enum is based on, or the element of numbers.</summary>
    public ScalarKind Scalar { get; init; }

    /// <summary>The name of the <see cref="ShapeModel"/> for <see cref="ValueKind.Enum"/> and <see cref="ValueKind.Shape"/>, else empty.</summary>
    public string Shape { get; init; } = "";

    /// <summary>The type in the grammar of facts, without <c>?</c>.</summary>
    public required string Wire { get; init; }

    /// <summary>The fewest bytes that the value takes when it is not nil; 1 when it may be.</summary>
    public int MinimumBytes { get; init; } = 1;

    /// <summary>True for numbers and booleans that the runtime writes and reads in bulk. Many bytes are something else: <see cref="ValueKind.Binary"/>.</summary>
    public bool IsBulk =>
        Kind == ValueKind.Scalar && !Type.IsNullable && Scalar is >= ScalarKind.Boolean and <= ScalarKind.Double and not ScalarKind.Byte;

    /// <summary>True for a struct whose default is written as nil, so that nil among elements is that default.</summary>
    public bool IsNilByDefault { get; init; }

    /// <summary>True for a struct that arrays convert to, and so the literal null too: it would become an empty value.</summary>
    public bool IsArrayLike { get; init; }

    /// <summary>True when the value can be the key of a dictionary.</summary>
    public bool IsKey => !Type.IsNullable && (IsBounded || (Kind == ValueKind.Direct && Scalar is not (ScalarKind.StringBuilder or ScalarKind.BitArray)));

    /// <summary>True when the value has a bound that can be summed up with its neighbours'.</summary>
    public bool IsBounded => Kind is ValueKind.Scalar or ValueKind.Enum or ValueKind.OpenEnum;
}

/// <summary>The ways of writing and reading a value.</summary>
internal enum ValueKind
{
    /// <summary>One call of the runtime.</summary>
    Scalar,

    /// <summary>One call of the writer or the reader, which sees to the room itself.</summary>
    Direct,

    /// <summary>A number that is checked when it is read.</summary>
    Enum,

    /// <summary>A number that is taken as it is.</summary>
    OpenEnum,

    /// <summary><c>byte[]</c>: raw bytes.</summary>
    Binary,

    /// <summary><c>ReadOnlyMemory&lt;byte&gt;</c> or <c>Memory&lt;byte&gt;</c>: raw bytes.</summary>
    Memory,

    /// <summary><c>ArraySegment&lt;byte&gt;</c> or <c>ReadOnlySequence&lt;byte&gt;</c>: raw bytes.</summary>
    Segments,

    /// <summary>An array of numbers or booleans, in bulk.</summary>
    NumberArray,

    /// <summary>A list of numbers or booleans, in bulk.</summary>
    NumberList,

    /// <summary><c>List&lt;byte&gt;</c>: an array of integers.</summary>
    ByteList,

    /// <summary>By the methods that are emitted for the type.</summary>
    Shape,
}
