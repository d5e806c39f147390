using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

/// <summary>
/// Writes MessagePack into an <see cref="IBufferWriter{T}"/> through one window of it. Emitted code reserves room for a run of members, fills it
/// with <see cref="Put"/>, and commits the end; the buffer writer itself is called only when a window is full.
/// </summary>
/// <param name="output">Receives the bytes; it is advanced when a window is full and by <see cref="Flush"/>.</param>
public ref partial struct PackWriter(IBufferWriter<byte> output)
{
    private readonly IBufferWriter<byte> _output = output;
    private ref byte _start; // of what has been committed but not yet advanced
    private ref byte _cursor;
    private ref byte _limit;
    private int _depth;

    /// <summary>Returns the position to write at, with at least <paramref name="size"/> writable bytes behind it. Valid until the next call on this writer.</summary>
    /// <param name="size">Bytes needed, not negative; what is not used costs nothing.</param>
    /// <exception cref="InvalidOperationException">The bytes exceed what one buffer can hold, or the buffer writer returned fewer than asked for.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Reserve(long size)
    {
        if (Unsafe.ByteOffset(ref _cursor, ref _limit) < size)
            Grow(size);
        return ref _cursor;
    }

    /// <summary>Declares everything before <paramref name="end"/> written.</summary>
    /// <param name="end">What the last <see cref="Put"/> call returned, inside the room of the latest <see cref="Reserve"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Commit(scoped ref byte end) => _cursor = ref Unsafe.AsRef(ref end);

    /// <summary>Hands everything committed to the buffer writer. Calling it again without new bytes does nothing.</summary>
    public void Flush()
    {
        int pending = (int)Unsafe.ByteOffset(ref _start, ref _cursor);
        _start = ref Unsafe.NullRef<byte>();
        _cursor = ref Unsafe.NullRef<byte>();
        _limit = ref Unsafe.NullRef<byte>();
        if (pending > 0)
            _output.Advance(pending);
    }

    /// <summary>Writes nil.</summary>
    public void WriteNil() => Commit(ref Put.Nil(ref Reserve(Put.NilBytes)));

    /// <summary>Writes the header of an array of <paramref name="count"/> elements, which must follow.</summary>
    public void WriteArrayHeader(int count) => Commit(ref Put.ArrayHeader(ref Reserve(Put.HeaderBytes), count));

    /// <summary>Writes the header of a map of <paramref name="count"/> pairs, which must follow, each key before its value.</summary>
    public void WriteMapHeader(int count) => Commit(ref Put.MapHeader(ref Reserve(Put.HeaderBytes), count));

    /// <summary>Writes the start of a union, an array of the case's <paramref name="tag"/> and its body, which must follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteUnionHeader(int tag)
    {
        ref byte p = ref Put.FixArrayHeader(ref Reserve(Put.FixArrayHeaderBytes + Put.Int32Bytes), 2);
        Commit(ref Put.Int32(ref p, tag));
    }

    /// <summary>A value of a union is of a type that it has no tag for.</summary>
    /// <param name="value">The value.</param>
    /// <param name="union">Name of the union.</param>
    /// <returns>The exception to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly NotSupportedException UnknownCase(object value, string union) =>
        new($"{value.GetType()} is no case of the union {union}: add a [Union] attribute for it.");

    /// <summary>Notes that a nested object of a recursive contract begins; <see cref="Leave"/> ends it.</summary>
    /// <exception cref="InvalidOperationException">More than <see cref="PackLimits.MaxDepth"/> levels: usually the objects form a cycle.</exception>
    public void Enter()
    {
        if (++_depth > PackLimits.MaxDepth)
            throw TooDeep();
    }

    /// <summary>Notes that the object of the latest <see cref="Enter"/> has been written.</summary>
    public void Leave() => _depth--;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(long size)
    {
        Flush();
        if (size > Array.MaxLength)
            throw TooLarge(size);
        Span<byte> window = _output.GetSpan((int)size);
        if (window.Length < size)
            throw TooShort(window.Length, size);
        _start = ref MemoryMarshal.GetReference(window);
        _cursor = ref _start;
        _limit = ref Unsafe.Add(ref _start, window.Length);
    }

    // Apart from Grow, which would make room for the texts at each call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static InvalidOperationException TooLarge(long size) =>
        new($"One run of members needs up to {size} bytes, more than a buffer can hold.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly InvalidOperationException TooShort(int length, long size) =>
        new($"{_output.GetType()} returned {length} bytes where {size} were asked for.");

    private static InvalidOperationException TooDeep() =>
        new($"The message is nested more than {PackLimits.MaxDepth} levels deep. Do its objects form a cycle?");
}
