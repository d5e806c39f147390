using System.Globalization;
using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

// Nothing of this is paid for while a payload is good: the key path is found by walking the payload once more.
public ref partial struct PackReader
{
    /// <summary>The next token is not what the contract has at this place.</summary>
    /// <param name="expected">What would have been right, with its article.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException Unexpected(string expected) =>
        End ? Truncated(expected) : At(Offset, expected, TokenText.Describe(Payload[Offset..]));

    /// <summary>A required member is absent. Correct where <see cref="TryReadValue"/> gave false for it, directly after the array's header, or behind its last element.</summary>
    /// <param name="key">The member's key.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException MissingMember(int key, string name)
    {
        string path = KeyPath.OfMissing(Payload, Offset, key);
        bool isNil = Offset > 0 && path.Length > 0 && KeyPath.EndingAt(Payload, Offset, out int start) == path && Payload[start] == Code.Nil;
        return new MessageFormatException(_contract, path, isNil ? Offset - 1 : Offset, $"the required member {name}", isNil ? "nil" : "a shorter array");
    }

    /// <summary>A required member is absent. Correct behind the array, and where <see cref="TryReadValue"/> gave false for the member.</summary>
    /// <param name="key">The member's key.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="arrayOffset">What <see cref="Offset"/> was in front of the array.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException MissingMember(int key, string name, int arrayOffset)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"{KeyPath.At(Payload, arrayOffset)}[{key}]");
        bool isNil = KeyPath.EndingAt(Payload, Offset, out int start) == path && Payload[start] == Code.Nil;
        return new MessageFormatException(_contract, path, isNil ? start : Offset, $"the required member {name}", isNil ? "nil" : "a shorter array");
    }

    /// <summary>The tag that has just been read names no case of the union.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="union">Name of the union.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException UnknownUnionTag(long tag, string union) =>
        Before($"a known case of the union {union}", string.Create(CultureInfo.InvariantCulture, $"the tag {tag}"));

    /// <summary>The number that has just been read is no value of the enum.</summary>
    /// <param name="value">The number.</param>
    /// <param name="enum">Name of the enum.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException UnknownEnumValue(long value, string @enum) =>
        Before($"a known value of the enum {@enum}", string.Create(CultureInfo.InvariantCulture, $"the integer {value}"));

    /// <summary>The key that has just been read stands in the map already.</summary>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException DuplicateKey()
    {
        KeyPath.EndingAt(Payload, Offset, out int start);
        return DuplicateKey(start);
    }

    /// <summary>The key at <paramref name="keyOffset"/> stands in the map already.</summary>
    /// <param name="keyOffset">What <see cref="Offset"/> was in front of the key.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly MessageFormatException DuplicateKey(int keyOffset) =>
        At(keyOffset, "a key that the map does not have yet", TokenText.Describe(Payload[keyOffset..]));

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal readonly MessageFormatException TooManyCollisions(int keyOffset) =>
        At(keyOffset, "keys whose hash codes differ", "too many keys that fall into one bucket");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly MessageFormatException Truncated(string expected) => At(Offset, expected, "the end of the payload");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly MessageFormatException Overlong(string expected, uint count, int left) =>
        At(Offset, $"{expected} that fits into the payload", string.Create(CultureInfo.InvariantCulture, $"a count of {count} with {left} bytes left"));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly MessageFormatException TooDeep() =>
        At(Offset, string.Create(CultureInfo.InvariantCulture, $"at most {PackLimits.MaxDepth} nested levels"), "one more");

    /// <summary>Bytes are left behind the message.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal readonly MessageFormatException Trailing() =>
        new(_contract, "", Offset, "the end of the payload", string.Create(CultureInfo.InvariantCulture, $"{Remaining} more bytes"));

    private readonly MessageFormatException Before(string expected, string found)
    {
        string path = KeyPath.EndingAt(Payload, Offset, out int start);
        return new MessageFormatException(_contract, path, start, expected, found);
    }

    private readonly MessageFormatException At(int offset, string expected, string found) =>
        new(_contract, KeyPath.At(Payload, offset), offset, expected, found);
}
