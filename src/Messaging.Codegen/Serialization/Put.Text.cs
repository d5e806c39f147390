using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public static partial class Put
{
    /// <summary>Above this many characters <see cref="MaxBytes"/> counts exactly rather than asking for three bytes a character.</summary>
    private const int ExactCountAbove = 64 * 1024;

    /// <summary>
    /// Room that <see cref="String"/> needs for <paramref name="value"/>: an upper bound up to 64 Ki characters, exact above. A
    /// <see cref="long"/>, so that the sum of several bounds cannot wrap.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MaxBytes(string? value)
    {
        if (value is null)
            return NilBytes;
        return value.Length <= ExactCountAbove ? HeaderBytes + 3 * value.Length : HeaderBytes + (long)Encoding.UTF8.GetByteCount(value);
    }

    /// <summary>
    /// Writes a string as UTF-8 under the shortest header, or nil. An unpaired surrogate becomes U+FFFD, as in every encoder that follows the
    /// Unicode standard.
    /// </summary>
    public static ref byte String(ref byte p, string? value)
    {
        if (value is null)
            return ref Nil(ref p);
        int guess = StringHeaderLength(value.Length);
        Span<byte> room = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref p, guess), (int)(MaxBytes(value) - HeaderBytes));
        int length = Encoding.UTF8.GetBytes(value, room);
        int exact = StringHeaderLength(length);
        if (exact != guess)
            room[..length].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref p, exact), length));
        StringHeader(ref p, length);
        return ref Unsafe.Add(ref p, exact + length);
    }

    /// <summary>Writes a Guid as a string of 36 lower-case characters, <c>xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx</c>.</summary>
    public static ref byte Guid(ref byte p, Guid value)
    {
        StringHeader(ref p, 36);
        value.TryFormat(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref p, 2), 36), out _);
        return ref Unsafe.Add(ref p, GuidBytes);
    }

    /// <summary>Writes a decimal as invariant text that keeps its scale (<c>1.50</c>).</summary>
    public static ref byte Decimal(ref byte p, decimal value)
    {
        Utf8Formatter.TryFormat(value, MemoryMarshal.CreateSpan(ref Unsafe.Add(ref p, 1), DecimalBytes - 1), out int length);
        p = (byte)(Code.MinFixStr | length);
        return ref Unsafe.Add(ref p, 1 + length);
    }

    private static int StringHeaderLength(int length) => length switch
    {
        <= Code.MaxFixStrLength => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        _ => 5,
    };

    private static void StringHeader(ref byte p, int length)
    {
        switch (length)
        {
            case <= Code.MaxFixStrLength:
                p = (byte)(Code.MinFixStr | length);
                break;
            case <= byte.MaxValue:
                p = Code.Str8;
                Unsafe.Add(ref p, 1) = (byte)length;
                break;
            default:
                WideHeader(ref p, length, Code.Str16);
                break;
        }
    }
}
