using System.Buffers;

namespace Messaging.Codegen.Serialization;

/// <summary>A contiguous copy of a payload that came in several segments: in memory of the caller's stack when it fits, else in a rented array.</summary>
internal ref struct JoinedPayload
{
    /// <summary>How much memory the caller provides. Renting takes longer than copying so few bytes.</summary>
    public const int MaxOnStack = 512;

    private byte[]? _rented;

    /// <summary>Copies <paramref name="payload"/>.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="local"><see cref="MaxOnStack"/> bytes that outlive this.</param>
    /// <exception cref="OverflowException">More than 2 GiB.</exception>
    public JoinedPayload(in ReadOnlySequence<byte> payload, Span<byte> local)
    {
        if (!TryCopySegments(payload, local, out int length))
        {
            length = checked((int)payload.Length);
            _rented = ArrayPool<byte>.Shared.Rent(length);
            payload.CopyTo(_rented);
            local = _rented;
        }
        Bytes = local[..length];
    }

    /// <summary>The copy, until <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // What CopyTo of the sequence does, without asking again and again what kind of sequence it is.
    private static bool TryCopySegments(in ReadOnlySequence<byte> payload, Span<byte> destination, out int length)
    {
        length = 0;
        object? last = payload.End.GetObject();
        ReadOnlySpan<byte> bytes = payload.FirstSpan;
        for (var segment = payload.Start.GetObject() as ReadOnlySequenceSegment<byte>; segment is not null && bytes.TryCopyTo(destination[length..]);)
        {
            length += bytes.Length;
            if (segment == last)
                return true;
            segment = segment.Next;
            if (segment is null)
                return false;
            bytes = segment.Memory.Span;
            if (segment == last)
                bytes = bytes[..(payload.End.GetInteger() & int.MaxValue)];
        }
        return false;
    }
}
