using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public static partial class Get
{
    /// <summary>Reads a timestamp; the result is UTC.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateTime(ref byte p, scoped ref PackReader reader, out DateTime value)
    {
        if (reader.TryTimestamp64(ref p, out value))
            return ref Unsafe.Add(ref p, PackReader.Timestamp64Bytes);
        value = reader.TakeDateTime(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads an array of a timestamp and its offset in minutes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateTimeOffset(ref byte p, scoped ref PackReader reader, out DateTimeOffset value)
    {
        value = reader.TakeDateTimeOffset(ref p);
        return ref reader.Position;
    }

    /// <summary>Reads a duration from its number of ticks (100 ns).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeSpan(ref byte p, scoped ref PackReader reader, out TimeSpan value)
    {
        p = ref Int64(ref p, ref reader, out long ticks);
        value = new TimeSpan(ticks);
        return ref p;
    }

    /// <summary>Reads a date from its day number (days since 0001-01-01).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateOnly(ref byte p, scoped ref PackReader reader, out DateOnly value)
    {
        p = ref Integer(ref p, ref reader, out int day, 0, System.DateOnly.MaxValue.DayNumber, PackReader.ExpectedDate);
        value = System.DateOnly.FromDayNumber(day);
        return ref p;
    }

    /// <summary>Reads a time of day from its number of ticks (100 ns) since midnight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeOnly(ref byte p, scoped ref PackReader reader, out TimeOnly value)
    {
        p = ref Integer(ref p, ref reader, out long ticks, 0, System.TimeSpan.TicksPerDay - 1, PackReader.ExpectedTime);
        value = new TimeOnly(ticks);
        return ref p;
    }
}
