using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    internal const int Timestamp64Bytes = 10;
    internal const string ExpectedDate = "a day number of the years 1 to 9999";
    internal const string ExpectedTime = "ticks since midnight";
    private const string ExpectedTimestamp = "a timestamp of the years 1 to 9999";

    /// <summary>Reads a timestamp (extension -1) of 32, 64 or 96 bits. The result is UTC; below 100 ns it is cut off.</summary>
    /// <exception cref="MessageFormatException">Another token, a time outside the years 1 to 9999, or the end of the payload.</exception>
    public DateTime ReadDateTime()
    {
        int size = TryTimestamp64(ref _cursor, out DateTime value) ? Timestamp64Bytes : DecodeTimestamp(out value);
        Advance(size);
        return value;
    }

    /// <summary>Reads the timestamp at <paramref name="p"/> if it is one of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool TryTimestamp64(scoped ref byte p, out DateTime value)
    {
        const ushort Header = Code.FixExt8 << 8 | Code.TimestampType;
        if (!Has(ref p, Timestamp64Bytes) || BigEndian.Load16(ref p) != Header)
        {
            value = default;
            return false;
        }
        ulong both = BigEndian.Load64(ref Unsafe.Add(ref p, 2));
        // 34 bits of seconds end in the year 2514, so nothing can be out of range.
        value = new DateTime(DateTime.UnixEpoch.Ticks + ToTicks((long)(both & 0x3_ffff_ffff), (long)(both >> 34)), DateTimeKind.Utc);
        return true;
    }

    /// <summary>Reads an array of a timestamp, which holds the clock time, and its offset from UTC in minutes.</summary>
    /// <exception cref="MessageFormatException">Another token, an offset beyond 14 hours, a time outside the years 1 to 9999, or the end of the payload.</exception>
    public DateTimeOffset ReadDateTimeOffset()
    {
        const string Expected = "an array of a timestamp and its offset in minutes";
        const int MaxOffsetMinutes = 14 * 60;
        ref byte start = ref _cursor;
        ReadArrayHeader(2, Expected);
        long clock = ReadDateTime().Ticks;
        short minutes = ReadInt16();
        long utc = clock - minutes * TimeSpan.TicksPerMinute;
        if (Math.Abs((int)minutes) <= MaxOffsetMinutes && utc >= 0 && utc <= DateTime.MaxValue.Ticks)
            return new DateTimeOffset(clock, new TimeSpan(minutes * TimeSpan.TicksPerMinute));
        _cursor = ref start;
        throw Unexpected(Expected);
    }

    /// <summary>Reads a duration from its number of ticks (100 ns).</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    public TimeSpan ReadTimeSpan() => new(ReadInt64());

    /// <summary>Reads a date from its day number (days since 0001-01-01).</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    public DateOnly ReadDateOnly() =>
        DateOnly.FromDayNumber((int)ReadInteger(0, DateOnly.MaxValue.DayNumber, ExpectedDate));

    /// <summary>Reads a time of day from its number of ticks (100 ns) since midnight.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    public TimeOnly ReadTimeOnly() => new(ReadInteger(0, TimeSpan.TicksPerDay - 1, ExpectedTime));

    /// <summary>Decodes the timestamp at the cursor without consuming it.</summary>
    /// <returns>Size of the token in bytes.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int DecodeTimestamp(out DateTime value)
    {
        int header = DecodeTimestampHeader(out uint length);
        if (Remaining - header < length)
            throw Truncated(ExpectedTimestamp);
        ref byte body = ref Unsafe.Add(ref _cursor, header);
        long seconds;
        long nanoseconds = 0;
        switch (length)
        {
            case 4:
                seconds = BigEndian.Load32(ref body);
                break;
            case 8:
                ulong both = BigEndian.Load64(ref body);
                seconds = (long)(both & 0x3_ffff_ffff);
                nanoseconds = (long)(both >> 34);
                break;
            default:
                nanoseconds = BigEndian.Load32(ref body);
                seconds = (long)BigEndian.Load64(ref Unsafe.Add(ref body, 4));
                break;
        }
        if (!TryToTicks(seconds, nanoseconds, out long ticks))
            throw Unexpected(ExpectedTimestamp);
        value = new DateTime(ticks, DateTimeKind.Utc);
        return header + (int)length;
    }

    private readonly int DecodeTimestampHeader(out uint length)
    {
        byte code = PeekCode(ExpectedTimestamp);
        int header = code switch
        {
            Code.FixExt4 or Code.FixExt8 => 2,
            Code.Ext8 => 3,
            Code.Ext16 => 4,
            Code.Ext32 => 6,
            _ => throw Unexpected(ExpectedTimestamp),
        };
        if (Remaining < header)
            throw Truncated(ExpectedTimestamp);
        ref byte body = ref Unsafe.Add(ref _cursor, 1);
        length = code switch
        {
            Code.FixExt4 => 4,
            Code.FixExt8 => 8,
            Code.Ext8 => body,
            Code.Ext16 => BigEndian.Load16(ref body),
            _ => BigEndian.Load32(ref body),
        };
        if (Unsafe.Add(ref _cursor, header - 1) != Code.TimestampType || length is not (4 or 8 or 12))
            throw Unexpected(ExpectedTimestamp);
        return header;
    }

    // Nanoseconds of a second or more carry over: the specification forbids them, MessagePack-CSharp takes them so.
    private static bool TryToTicks(long seconds, long nanoseconds, out long ticks)
    {
        const long FirstSecond = -62_135_596_800; // 0001-01-01
        const long LastSecond = 253_402_300_799; // 9999-12-31 23:59:59
        ticks = 0;
        if (seconds is < FirstSecond or > LastSecond)
            return false;
        ticks = ToTicks(seconds - FirstSecond, nanoseconds);
        return ticks <= DateTime.MaxValue.Ticks;
    }

    private static long ToTicks(long seconds, long nanoseconds) =>
        seconds * TimeSpan.TicksPerSecond + nanoseconds / TimeSpan.NanosecondsPerTick;
}
