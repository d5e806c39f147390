using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Messaging.Codegen.Fuzz;

/// <summary>The branches that one run takes, and those that any run has taken, each with about how often, in the way of AFL.</summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Size = 1 << 16;

    private readonly byte* _map = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    /// <summary>From here on instrumented code can run; without a map it would write to address 0.</summary>
    public Coverage() => Trace.SharedMem = _map;

    /// <summary>Branches seen.</summary>
    public int Branches { get; private set; }

    public void Begin()
    {
        new Span<byte>(_map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True when the run took a branch that none has taken before, or one about twice as often as any.</summary>
    public bool End()
    {
        bool isNew = false;
        var counts = new ReadOnlySpan<ulong>(_map, Size / sizeof(ulong));
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0)
                continue;
            for (int at = i * sizeof(ulong); at < (i + 1) * sizeof(ulong); at++)
            {
                if (_map[at] == 0)
                    continue;
                byte bucket = (byte)(1 << BitOperations.Log2(_map[at]));
                if ((_seen[at] & bucket) != 0)
                    continue;
                Branches += _seen[at] == 0 ? 1 : 0;
                _seen[at] |= bucket;
                isNew = true;
            }
        }
        return isNew;
    }

    public void Dispose()
    {
        Trace.SharedMem = null;
        NativeMemory.Free(_map);
    }
}
