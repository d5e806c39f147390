using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

/// <summary>
/// Reads MessagePack from one contiguous payload. Every read is checked against the payload's end; whatever does not fit gives a
/// <see cref="MessageFormatException"/> and leaves the reader in front of the token that was refused.
/// </summary>
/// <remarks>
/// Each method has a short path for the encodings that a writer of the same contract produces, and one complete decoder behind it that accepts
/// every form the format allows for the value: integers in any width and also whole floats (JavaScript writes 2^32 as a float), floats
/// from integers, headers wider than necessary.
/// </remarks>
public ref partial struct PackReader
{
    private readonly ref byte _start;
    private readonly ref byte _end;
    private readonly string _contract;
    private ref byte _cursor;
    private ref byte _behindNil; // the position behind the last nil that stood for an absent member
    private int _depth;

    /// <summary>Reads <paramref name="payload"/> from its first byte.</summary>
    /// <param name="payload">The bytes; they must not change while the reader is in use.</param>
    /// <param name="contract">Name of the contract being read, for exceptions.</param>
    public PackReader(ReadOnlySpan<byte> payload, string contract)
    {
        _start = ref MemoryMarshal.GetReference(payload);
        _end = ref Unsafe.Add(ref _start, payload.Length);
        _cursor = ref _start;
        _contract = contract;
    }

    /// <summary>Number of bytes consumed.</summary>
    public readonly int Offset => (int)Unsafe.ByteOffset(ref _start, ref _cursor);

    /// <summary>True when every byte has been consumed.</summary>
    public readonly bool End => !Unsafe.IsAddressLessThan(ref _cursor, ref _end);

    private readonly int Remaining => (int)Unsafe.ByteOffset(ref _cursor, ref _end);

    private readonly ReadOnlySpan<byte> Payload =>
        MemoryMarshal.CreateReadOnlySpan(ref _start, (int)Unsafe.ByteOffset(ref _start, ref _end));

    /// <summary>
    /// False when the next token is nil, which is consumed; true when there is a value to read. Emitted code asks this before each member: nil
    /// stands for an absent member.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadValue() => !TryReadNil();

    /// <summary>True when the next token is nil, which is consumed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNil()
    {
        if (End || _cursor != Code.Nil)
            return false;
        Advance(1);
        return true;
    }

    /// <summary>Reads true or false.</summary>
    /// <exception cref="MessageFormatException">Another token, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBoolean()
    {
        if (End || (_cursor & 0xfe) != Code.False)
            throw Unexpected("true or false");
        bool value = _cursor == Code.True;
        Advance(1);
        return value;
    }

    /// <summary>Notes that a nested object of a recursive contract begins; <see cref="Leave"/> ends it.</summary>
    /// <exception cref="MessageFormatException">More than <see cref="PackLimits.MaxDepth"/> levels.</exception>
    public void Enter()
    {
        if (++_depth > PackLimits.MaxDepth)
            throw TooDeep();
    }

    /// <summary>Notes that the object of the latest <see cref="Enter"/> has been read.</summary>
    public void Leave() => _depth--;

    /// <summary>Precondition: at least <paramref name="count"/> bytes remain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance(int count) => _cursor = ref Unsafe.Add(ref _cursor, count);

    /// <summary>The next <paramref name="count"/> bytes, not consumed. Precondition: they remain.</summary>
    private readonly ReadOnlySpan<byte> Peek(int count) => MemoryMarshal.CreateReadOnlySpan(ref _cursor, count);
}
