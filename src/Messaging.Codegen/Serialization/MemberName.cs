using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

/// <summary>The name in front of a member of a contract that travels as a map. It is a view into the payload and good for as long as that is.</summary>
public readonly ref struct MemberName
{
    private readonly ReadOnlySpan<byte> _text;

    internal MemberName(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>The name's length in bytes of UTF-8.</summary>
    public int Length => _text.Length;

    /// <summary>True when the name is <paramref name="name"/>, byte for byte.</summary>
    /// <param name="name">A name as UTF-8; for a literal the comparison is a few loads.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> name) => _text.SequenceEqual(name);
}
