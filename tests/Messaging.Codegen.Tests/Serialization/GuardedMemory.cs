using System.Buffers;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>
/// Memory with an inaccessible page on either side: one byte read or written outside it ends the test process at once. Linux and macOS only.
/// </summary>
internal sealed unsafe partial class GuardedMemory : MemoryManager<byte>
{
    private const int ProtRead = 1;
    private const int ProtWrite = 2;
    private const int MapPrivate = 2;
    private const int MapAnonymousLinux = 0x20;
    private const int MapAnonymousMac = 0x1000;

    private readonly byte* _mapping;
    private readonly nuint _mappingSize;
    private readonly int _capacity;
    private int _offset;
    private int _length;

    public GuardedMemory(int capacity)
    {
        int page = Environment.SystemPageSize;
        _capacity = (capacity + page - 1) / page * page;
        _mappingSize = (nuint)(_capacity + 2 * page);
        int flags = MapPrivate | (OperatingSystem.IsMacOS() ? MapAnonymousMac : MapAnonymousLinux);
        _mapping = MemoryMap(null, _mappingSize, 0, flags, -1, 0);
        if ((nint)_mapping == -1)
            throw new InvalidOperationException($"mmap failed: {Marshal.GetLastPInvokeError()}");
        if (Protect(_mapping + page, (nuint)_capacity, ProtRead | ProtWrite) != 0)
            throw new InvalidOperationException($"mprotect failed: {Marshal.GetLastPInvokeError()}");
    }

    public static bool IsSupported => !OperatingSystem.IsWindows();

    /// <summary>The last <paramref name="length"/> bytes before the page that must not be touched.</summary>
    public Span<byte> AtEnd(int length)
    {
        _offset = _capacity - length;
        _length = length;
        return GetSpan();
    }

    /// <summary>The first <paramref name="length"/> bytes behind the page that must not be touched.</summary>
    public Span<byte> AtStart(int length)
    {
        _offset = 0;
        _length = length;
        return GetSpan();
    }

    public override Span<byte> GetSpan() => new(_mapping + Environment.SystemPageSize + _offset, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_mapping + Environment.SystemPageSize + _offset + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing) => _ = Unmap(_mapping, _mappingSize);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* MemoryMap(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(byte* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(byte* address, nuint length);
}
