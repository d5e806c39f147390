using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public static partial class Put
{
    private const long UnixEpochSeconds = 62_135_596_800; // from 0001-01-01 to 1970-01-01

    /// <summary>
    /// Writes a timestamp (extension -1) of 32, 64 or 96 bits, whichever is the first to hold the value. A local time is converted to UTC,
    /// an unspecified one is taken as it stands; readers get <see cref="DateTimeKind.Utc"/> back.
    /// </summary>
    public static ref byte DateTime(ref byte p, DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
            value = value.ToUniversalTime();
        return ref Timestamp(ref p, value.Ticks);
    }

    /// <summary>
    /// Writes an array of the clock time and the offset in minutes. The clock time stands there as if it were UTC, which is how
    /// MessagePack-CSharp writes it.
    /// </summary>
    public static ref byte DateTimeOffset(ref byte p, DateTimeOffset value)
    {
        p = Code.MinFixArray | 2;
        p = ref Timestamp(ref Unsafe.Add(ref p, 1), value.Ticks);
        return ref Int32(ref p, value.TotalOffsetMinutes);
    }

    /// <summary>Writes a duration as its number of ticks (100 ns).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeSpan(ref byte p, TimeSpan value) => ref Int64(ref p, value.Ticks);

    /// <summary>Writes a date as its day number (days since 0001-01-01).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateOnly(ref byte p, DateOnly value) => ref Int32(ref p, value.DayNumber);

    /// <summary>Writes a time of day as its number of ticks (100 ns) since midnight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeOnly(ref byte p, TimeOnly value) => ref Int64(ref p, value.Ticks);

    private static ref byte Timestamp(ref byte p, long ticks)
    {
        (long bclSeconds, long fraction) = Math.DivRem(ticks, System.TimeSpan.TicksPerSecond);
        long seconds = bclSeconds - UnixEpochSeconds;
        long nanoseconds = fraction * System.TimeSpan.NanosecondsPerTick;
        if (seconds >> 34 != 0)
        {
            p = Code.Ext8;
            Unsafe.Add(ref p, 1) = 12;
            Unsafe.Add(ref p, 2) = Code.TimestampType;
            BigEndian.Store32(ref Unsafe.Add(ref p, 3), (uint)nanoseconds);
            BigEndian.Store64(ref Unsafe.Add(ref p, 7), (ulong)seconds);
            return ref Unsafe.Add(ref p, DateTimeBytes);
        }
        ulong both = (ulong)(nanoseconds << 34 | seconds);
        Unsafe.Add(ref p, 1) = Code.TimestampType;
        if (both <= uint.MaxValue)
        {
            p = Code.FixExt4;
            BigEndian.Store32(ref Unsafe.Add(ref p, 2), (uint)both);
            return ref Unsafe.Add(ref p, 6);
        }
        p = Code.FixExt8;
        BigEndian.Store64(ref Unsafe.Add(ref p, 2), both);
        return ref Unsafe.Add(ref p, 10);
    }
}
