using System.Buffers;

namespace Messaging.Codegen.Serialization;

/// <summary>
/// A growing buffer, one of which each thread keeps between messages. Taking it out while it is in use (a message's property may itself
/// serialize a message) gives a new one.
/// </summary>
internal sealed class ThreadBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 4 * 1024;
    private const int MaxKeptSize = 1024 * 1024;

    [ThreadStatic]
    private static ThreadBuffer? _kept;

    private byte[] _bytes = new byte[FirstSize];
    private int _written;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _written);

    public static ThreadBuffer Take()
    {
        ThreadBuffer buffer = _kept ?? new ThreadBuffer();
        _kept = null;
        return buffer;
    }

    public void Return()
    {
        _written = 0;
        if (_bytes.Length <= MaxKeptSize)
            _kept = this;
    }

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_written);
    }

    private void Grow(int sizeHint)
    {
        long needed = (long)_written + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
            return;
        long doubled = Math.Min(2L * _bytes.Length, Array.MaxLength);
        Array.Resize(ref _bytes, checked((int)Math.Max(needed, doubled)));
    }
}
