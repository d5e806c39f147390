namespace Messaging.Codegen.Serialization;

// One value each, for elements of collections and keys of maps; a run of members reserves its room at once instead.
public ref partial struct PackWriter
{
    /// <summary>Writes a Boolean (<see cref="Put.Boolean(ref byte, bool)"/>).</summary>
    public void Write(bool value) => Commit(ref Put.Boolean(ref Reserve(Put.BooleanBytes), value));

    /// <summary>Writes a SByte (<see cref="Put.SByte(ref byte, sbyte)"/>).</summary>
    public void Write(sbyte value) => Commit(ref Put.SByte(ref Reserve(Put.SByteBytes), value));

    /// <summary>Writes a Byte (<see cref="Put.Byte(ref byte, byte)"/>).</summary>
    public void Write(byte value) => Commit(ref Put.Byte(ref Reserve(Put.ByteBytes), value));

    /// <summary>Writes an Int16 (<see cref="Put.Int16(ref byte, short)"/>).</summary>
    public void Write(short value) => Commit(ref Put.Int16(ref Reserve(Put.Int16Bytes), value));

    /// <summary>Writes a UInt16 (<see cref="Put.UInt16(ref byte, ushort)"/>).</summary>
    public void Write(ushort value) => Commit(ref Put.UInt16(ref Reserve(Put.UInt16Bytes), value));

    /// <summary>Writes an Int32 (<see cref="Put.Int32(ref byte, int)"/>).</summary>
    public void Write(int value) => Commit(ref Put.Int32(ref Reserve(Put.Int32Bytes), value));

    /// <summary>Writes a UInt32 (<see cref="Put.UInt32(ref byte, uint)"/>).</summary>
    public void Write(uint value) => Commit(ref Put.UInt32(ref Reserve(Put.UInt32Bytes), value));

    /// <summary>Writes an Int64 (<see cref="Put.Int64(ref byte, long)"/>).</summary>
    public void Write(long value) => Commit(ref Put.Int64(ref Reserve(Put.Int64Bytes), value));

    /// <summary>Writes a UInt64 (<see cref="Put.UInt64(ref byte, ulong)"/>).</summary>
    public void Write(ulong value) => Commit(ref Put.UInt64(ref Reserve(Put.UInt64Bytes), value));

    /// <summary>Writes a Single (<see cref="Put.Single(ref byte, float)"/>).</summary>
    public void Write(float value) => Commit(ref Put.Single(ref Reserve(Put.SingleBytes), value));

    /// <summary>Writes a Double (<see cref="Put.Double(ref byte, double)"/>).</summary>
    public void Write(double value) => Commit(ref Put.Double(ref Reserve(Put.DoubleBytes), value));

    /// <summary>Writes a Char (<see cref="Put.Char(ref byte, char)"/>).</summary>
    public void Write(char value) => Commit(ref Put.Char(ref Reserve(Put.CharBytes), value));

    /// <summary>Writes a Guid (<see cref="Put.Guid(ref byte, System.Guid)"/>).</summary>
    public void Write(Guid value) => Commit(ref Put.Guid(ref Reserve(Put.GuidBytes), value));

    /// <summary>Writes a Decimal (<see cref="Put.Decimal(ref byte, decimal)"/>).</summary>
    public void Write(decimal value) => Commit(ref Put.Decimal(ref Reserve(Put.DecimalBytes), value));

    /// <summary>Writes a DateTime (<see cref="Put.DateTime(ref byte, System.DateTime)"/>).</summary>
    public void Write(DateTime value) => Commit(ref Put.DateTime(ref Reserve(Put.DateTimeBytes), value));

    /// <summary>Writes a DateTimeOffset (<see cref="Put.DateTimeOffset(ref byte, System.DateTimeOffset)"/>).</summary>
    public void Write(DateTimeOffset value) => Commit(ref Put.DateTimeOffset(ref Reserve(Put.DateTimeOffsetBytes), value));

    /// <summary>Writes a TimeSpan (<see cref="Put.TimeSpan(ref byte, System.TimeSpan)"/>).</summary>
    public void Write(TimeSpan value) => Commit(ref Put.TimeSpan(ref Reserve(Put.TimeSpanBytes), value));

    /// <summary>Writes a DateOnly (<see cref="Put.DateOnly(ref byte, System.DateOnly)"/>).</summary>
    public void Write(DateOnly value) => Commit(ref Put.DateOnly(ref Reserve(Put.DateOnlyBytes), value));

    /// <summary>Writes a TimeOnly (<see cref="Put.TimeOnly(ref byte, System.TimeOnly)"/>).</summary>
    public void Write(TimeOnly value) => Commit(ref Put.TimeOnly(ref Reserve(Put.TimeOnlyBytes), value));

    /// <summary>Writes a string, or nil for null (<see cref="Put.String"/>).</summary>
    public void Write(string? value) => Commit(ref Put.String(ref Reserve(Put.MaxBytes(value)), value));

    /// <summary>Writes a Boolean, or nil.</summary>
    public void Write(bool? value) => Commit(ref Put.Boolean(ref Reserve(Put.BooleanBytes), value));

    /// <summary>Writes a SByte, or nil.</summary>
    public void Write(sbyte? value) => Commit(ref Put.SByte(ref Reserve(Put.SByteBytes), value));

    /// <summary>Writes a Byte, or nil.</summary>
    public void Write(byte? value) => Commit(ref Put.Byte(ref Reserve(Put.ByteBytes), value));

    /// <summary>Writes an Int16, or nil.</summary>
    public void Write(short? value) => Commit(ref Put.Int16(ref Reserve(Put.Int16Bytes), value));

    /// <summary>Writes a UInt16, or nil.</summary>
    public void Write(ushort? value) => Commit(ref Put.UInt16(ref Reserve(Put.UInt16Bytes), value));

    /// <summary>Writes an Int32, or nil.</summary>
    public void Write(int? value) => Commit(ref Put.Int32(ref Reserve(Put.Int32Bytes), value));

    /// <summary>Writes a UInt32, or nil.</summary>
    public void Write(uint? value) => Commit(ref Put.UInt32(ref Reserve(Put.UInt32Bytes), value));

    /// <summary>Writes an Int64, or nil.</summary>
    public void Write(long? value) => Commit(ref Put.Int64(ref Reserve(Put.Int64Bytes), value));

    /// <summary>Writes a UInt64, or nil.</summary>
    public void Write(ulong? value) => Commit(ref Put.UInt64(ref Reserve(Put.UInt64Bytes), value));

    /// <summary>Writes a Single, or nil.</summary>
    public void Write(float? value) => Commit(ref Put.Single(ref Reserve(Put.SingleBytes), value));

    /// <summary>Writes a Double, or nil.</summary>
    public void Write(double? value) => Commit(ref Put.Double(ref Reserve(Put.DoubleBytes), value));

    /// <summary>Writes a Char, or nil.</summary>
    public void Write(char? value) => Commit(ref Put.Char(ref Reserve(Put.CharBytes), value));

    /// <summary>Writes a Guid, or nil.</summary>
    public void Write(Guid? value) => Commit(ref Put.Guid(ref Reserve(Put.GuidBytes), value));

    /// <summary>Writes a Decimal, or nil.</summary>
    public void Write(decimal? value) => Commit(ref Put.Decimal(ref Reserve(Put.DecimalBytes), value));

    /// <summary>Writes a DateTime, or nil.</summary>
    public void Write(DateTime? value) => Commit(ref Put.DateTime(ref Reserve(Put.DateTimeBytes), value));

    /// <summary>Writes a DateTimeOffset, or nil.</summary>
    public void Write(DateTimeOffset? value) => Commit(ref Put.DateTimeOffset(ref Reserve(Put.DateTimeOffsetBytes), value));

    /// <summary>Writes a TimeSpan, or nil.</summary>
    public void Write(TimeSpan? value) => Commit(ref Put.TimeSpan(ref Reserve(Put.TimeSpanBytes), value));

    /// <summary>Writes a DateOnly, or nil.</summary>
    public void Write(DateOnly? value) => Commit(ref Put.DateOnly(ref Reserve(Put.DateOnlyBytes), value));

    /// <summary>Writes a TimeOnly, or nil.</summary>
    public void Write(TimeOnly? value) => Commit(ref Put.TimeOnly(ref Reserve(Put.TimeOnlyBytes), value));
}
