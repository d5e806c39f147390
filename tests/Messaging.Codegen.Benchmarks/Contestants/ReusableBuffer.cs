using System.Buffers;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>What everybody writes to: one array that is large enough and used again, so that no contestant pays for memory.</summary>
internal sealed class ReusableBuffer : IBufferWriter<byte>
{
    private readonly byte[] _bytes = new byte[256 * 1024];
    private int _written;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _written);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _written);

    public void Reset() => _written = 0;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.AsMemory(_written);

    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.AsSpan(_written);
}
