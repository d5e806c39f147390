using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

// Each needs the room of its scalar: the value when there is one, else nil.
public static partial class Put
{
    /// <summary>Writes a Boolean, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Boolean(ref byte p, bool? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Boolean(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a SByte, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte SByte(ref byte p, sbyte? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref SByte(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Byte, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Byte(ref byte p, byte? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Byte(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes an Int16, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int16(ref byte p, short? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Int16(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a UInt16, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt16(ref byte p, ushort? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref UInt16(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes an Int32, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int32(ref byte p, int? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Int32(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a UInt32, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt32(ref byte p, uint? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref UInt32(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes an Int64, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int64(ref byte p, long? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Int64(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a UInt64, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt64(ref byte p, ulong? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref UInt64(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Single, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Single(ref byte p, float? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Single(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Double, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Double(ref byte p, double? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Double(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Char, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Char(ref byte p, char? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Char(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Guid, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Guid(ref byte p, Guid? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Guid(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Decimal, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Decimal(ref byte p, decimal? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Decimal(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a DateTime, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateTime(ref byte p, DateTime? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref DateTime(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a DateTimeOffset, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateTimeOffset(ref byte p, DateTimeOffset? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref DateTimeOffset(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a TimeSpan, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeSpan(ref byte p, TimeSpan? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref TimeSpan(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a DateOnly, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte DateOnly(ref byte p, DateOnly? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref DateOnly(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a TimeOnly, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte TimeOnly(ref byte p, TimeOnly? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref TimeOnly(ref p, value.GetValueOrDefault());
    }
}
