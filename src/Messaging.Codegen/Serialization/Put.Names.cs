using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Messaging.Codegen.Serialization;

public static partial class Put
{
    /// <summary>
    /// Writes the name of a member in a map under the shortest header. The room for it is the name's length and 1 for its header, 2 from 32 bytes on,
    /// 3 from 256 bytes on. Of a literal the length is known to the JIT, which leaves the header's byte and a few stores as wide as a vector.
    /// </summary>
    /// <param name="p">Where to write.</param>
    /// <param name="name">The name as UTF-8, at most 65,535 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Name(ref byte p, ReadOnlySpan<byte> name)
    {
        if (name.Length > Code.MaxFixStrLength)
            return ref LongName(ref p, name);
        p = (byte)(Code.MinFixStr | name.Length);
        Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref p, 1), ref MemoryMarshal.GetReference(name), (uint)name.Length);
        return ref Unsafe.Add(ref p, 1 + name.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte LongName(ref byte p, ReadOnlySpan<byte> name)
    {
        StringHeader(ref p, name.Length);
        p = ref Unsafe.Add(ref p, StringHeaderLength(name.Length));
        name.CopyTo(MemoryMarshal.CreateSpan(ref p, name.Length));
        return ref Unsafe.Add(ref p, name.Length);
    }
}
