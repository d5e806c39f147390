namespace Messaging.Codegen.Contracts;

public sealed partial class Graphs
{
    public Scalars Scalars() => new()
    {
        Boolean = Boolean(),
        SByte = (sbyte)Integer(),
        Byte = (byte)Integer(),
        Int16 = (short)Integer(),
        UInt16 = (ushort)Integer(),
        Int32 = (int)Integer(),
        UInt32 = (uint)Integer(),
        Int64 = Integer(),
        UInt64 = (ulong)Integer(),
        Single = Single(),
        Double = Double(),
        Char = (char)Integer(),
        Guid = Guid(),
        Decimal = Decimal(),
        DateTime = DateTime(),
        DateTimeOffset = DateTimeOffset(),
        TimeSpan = Duration(),
        DateOnly = DateOnly(),
        TimeOnly = TimeOnly(),
        String = Some(Text),
        Bytes = Some(Bytes),
    };

    public NullableScalars NullableScalars() => new()
    {
        Boolean = Maybe(Boolean),
        SByte = Maybe(() => (sbyte)Integer()),
        Byte = Maybe(() => (byte)Integer()),
        Int16 = Maybe(() => (short)Integer()),
        UInt16 = Maybe(() => (ushort)Integer()),
        Int32 = Maybe(() => (int)Integer()),
        UInt32 = Maybe(() => (uint)Integer()),
        Int64 = Maybe(Integer),
        UInt64 = Maybe(() => (ulong)Integer()),
        Single = Maybe(Single),
        Double = Maybe(Double),
        Char = Maybe(() => (char)Integer()),
        Guid = Maybe(Guid),
        Decimal = Maybe(Decimal),
        DateTime = Maybe(DateTime),
        DateTimeOffset = Maybe(DateTimeOffset),
        TimeSpan = Maybe(Duration),
        DateOnly = Maybe(DateOnly),
        TimeOnly = Maybe(TimeOnly),
        Memory = Maybe(() => new ReadOnlyMemory<byte>(Bytes())),
    };
}
