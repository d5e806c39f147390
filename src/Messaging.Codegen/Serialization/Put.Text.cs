using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Messaging.Codegen.Serialization.Leaves;

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
        long text = value.Length <= ExactCountAbove ? 3 * value.Length : Encoding.UTF8.GetByteCount(value);
        return HeaderBytes + text + Utf8Encoder.Slack;
    }

    /// <summary>
    /// Writes a string as UTF-8 under the shortest header, or nil. An unpaired surrogate becomes U+FFFD, as in every encoder that follows the
    /// Unicode standard.
    /// </summary>
    public static ref byte String(ref byte p, string? value)
    {
        if (value is null)
            return ref Nil(ref p);
        int length = value.Length;
        if (length > Code.MaxFixStrLength || !ShortAscii.IsSupported
            || !ShortAscii.TryNarrow(ref MemoryMarshal.GetReference(value.AsSpan()), length, ref Unsafe.Add(ref p, 1)))
        {
            return ref LongString(ref p, value);
        }
        p = (byte)(Code.MinFixStr | length);
        return ref Unsafe.Add(ref p, 1 + length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte LongString(ref byte p, string value)
    {
        int guess = StringHeaderLength(value.Length);
        int length = Utf8Encoder.Encode(value, ref Unsafe.Add(ref p, guess));
        int exact = StringHeaderLength(length);
        if (exact != guess)
        {
            ReadOnlySpan<byte> text = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref p, guess), length);
            text.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref p, exact), length));
        }
        StringHeader(ref p, length);
        return ref Unsafe.Add(ref p, exact + length);
    }

    /// <summary>Writes a Guid as a string of 36 lower-case characters, <c>xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx</c>.</summary>
    public static ref byte Guid(ref byte p, Guid value)
    {
        StringHeader(ref p, GuidText.Length);
        GuidText.Format(value, ref Unsafe.Add(ref p, 2));
        return ref Unsafe.Add(ref p, GuidBytes);
    }

    /// <summary>Writes a decimal as invariant text that keeps its scale (<c>1.50</c>).</summary>
    public static ref byte Decimal(ref byte p, decimal value)
    {
        int length = DecimalText.Format(value, ref Unsafe.Add(ref p, 1));
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
