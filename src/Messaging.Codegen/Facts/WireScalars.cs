using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Messaging.Codegen.Serialization;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Facts;

/// <summary>Complete MessagePack values as JSON by their wire names.</summary>
internal static class WireScalars
{
    private const int Wide = 16; // bytes of a 128-bit integer
    private const int MaxPrintedBytes = 1024; // digits take time that grows with their square
    /// <summary>
    /// The name to read a value by: its own, or for a scalar of a later version what stands behind the dot, the name of what carries it.
    /// Null when neither is known.
    /// </summary>
    public static string? KnownName(string wire)
    {
        var carrier = wire[(wire.LastIndexOf('.') + 1)..];
        return IsKnown(wire) ? wire : IsKnown(carrier) ? carrier : null;
    }

    /// <summary>Reads a value that is not nil.</summary>
    /// <param name="wire">What <see cref="KnownName"/> returns.</param>
    /// <param name="value">The bytes of the whole value.</param>
    /// <param name="scalar">The value.</param>
    /// <returns>False when the emitted reader of such a member would refuse it.</returns>
    public static bool TryRead(string wire, ReadOnlySpan<byte> value, out JsonScalar scalar)
    {
        if (IntegerRange(wire) is { } range)
        {
            var isInRange = PlainScalars.TryReadInteger(value, out var integer) && integer >= range.Minimum && integer <= range.Maximum;
            scalar = JsonScalar.Of(integer);
            return isInRange;
        }

        scalar = default;
        return wire switch
        {
            WireNames.Boolean => value[0] is Code.False or Code.True && PlainScalars.TryRead(value, out scalar),
            WireNames.Single or WireNames.Double =>
                (value[0] is Code.Float32 or Code.Float64 || PlainScalars.TryReadInteger(value, out _)) && PlainScalars.TryRead(value, out scalar),
            WireNames.String => TryReadText(value, static _ => true, out scalar),
            WireNames.Guid => TryReadText(value, static text => GuidText.TryParse(text, out _), out scalar),
            WireNames.Decimal => TryReadText(value, IsDecimal, out scalar),
            WireNames.Binary => TryReadBinary(value, out scalar),
            WireNames.DateTime => PlainScalars.TryReadTimestamp(value, out var time) && Set(out scalar, time.ToString("O", CultureInfo.InvariantCulture)),
            WireNames.DateTimeOffset => TryReadOffset(value, out scalar),
            WireNames.TimeSpan =>
                TryReadInt64(value, TimeSpan.MinValue.Ticks, TimeSpan.MaxValue.Ticks, out var ticks)
                && Set(out scalar, new TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture)),
            WireNames.DateOnly =>
                TryReadInt64(value, 0, DateOnly.MaxValue.DayNumber, out var days)
                && Set(out scalar, DateOnly.FromDayNumber((int)days).ToString("O", CultureInfo.InvariantCulture)),
            WireNames.TimeOnly =>
                TryReadInt64(value, 0, TimeOnly.MaxValue.Ticks, out var sinceMidnight)
                && Set(out scalar, new TimeOnly(sinceMidnight).ToString("O", CultureInfo.InvariantCulture)),
            WireNames.Int128 or WireNames.UInt128 or WireNames.BigInteger => TryReadWide(wire, value, out scalar),
            _ => false,
        };
    }

    /// <summary>Is it a name that this version knows?</summary>
    private static bool IsKnown(string wire) =>
        IntegerRange(wire) is not null
        || wire is WireNames.Boolean or WireNames.Single or WireNames.Double or WireNames.String or WireNames.Binary or WireNames.Guid or WireNames.Decimal
            or WireNames.DateTime or WireNames.DateTimeOffset or WireNames.TimeSpan or WireNames.DateOnly or WireNames.TimeOnly
            or WireNames.Int128 or WireNames.UInt128 or WireNames.BigInteger;

    private static (Int128 Minimum, Int128 Maximum)? IntegerRange(string wire) => wire switch
    {
        WireNames.SByte => (sbyte.MinValue, sbyte.MaxValue),
        WireNames.Byte => (byte.MinValue, byte.MaxValue),
        WireNames.Int16 => (short.MinValue, short.MaxValue),
        WireNames.UInt16 => (ushort.MinValue, ushort.MaxValue),
        WireNames.Int32 => (int.MinValue, int.MaxValue),
        WireNames.UInt32 => (uint.MinValue, uint.MaxValue),
        WireNames.Int64 => (long.MinValue, long.MaxValue),
        WireNames.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };

    private static bool TryReadText(ReadOnlySpan<byte> value, Func<ReadOnlySpan<byte>, bool> isValid, out JsonScalar scalar)
    {
        scalar = default;
        return PlainScalars.TryReadText(value, out var text) && isValid(text) && Set(out scalar, Encoding.UTF8.GetString(text));
    }

    private static bool IsDecimal(ReadOnlySpan<byte> text) => DecimalText.TryParse(in MemoryMarshal.GetReference(text), text.Length, before: 0, text.Length, out _);

    private static bool TryReadBinary(ReadOnlySpan<byte> value, out JsonScalar scalar)
    {
        scalar = default;
        return (value[0] is Code.Bin8 or Code.Bin16 or Code.Bin32 || PlainScalars.TryReadText(value, out _))
            && Set(out scalar, Convert.ToBase64String(PlainScalars.Reader(value).ReadBinarySpan()));
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> value, out JsonScalar scalar)
    {
        scalar = default;
        if (!Token.IsArray(value[0]))
        {
            return false;
        }

        try
        {
            return Set(out scalar, PlainScalars.Reader(value).ReadDateTimeOffset().ToString("O", CultureInfo.InvariantCulture));
        }
        catch (MessageFormatException)
        {
            return false;
        }
    }

    /// <summary>Two's complement, the lowest byte first, or an integer of the format.</summary>
    private static bool TryReadWide(string wire, ReadOnlySpan<byte> value, out JsonScalar scalar)
    {
        if (PlainScalars.TryReadInteger(value, out var integer))
        {
            scalar = JsonScalar.Of(integer);
            return wire != WireNames.UInt128 || integer >= 0;
        }

        scalar = default;
        if (value[0] is not (Code.Bin8 or Code.Bin16 or Code.Bin32))
        {
            return false;
        }

        var bytes = PlainScalars.Reader(value).ReadBinarySpan();
        if (wire == WireNames.BigInteger && bytes.Length > MaxPrintedBytes)
        {
            return PlainScalars.TryRead(value, out scalar);
        }

        scalar = JsonScalar.Of(new BigInteger(bytes, isUnsigned: wire == WireNames.UInt128));
        return wire == WireNames.BigInteger || bytes.Length == Wide;
    }

    private static bool TryReadInt64(ReadOnlySpan<byte> value, long minimum, long maximum, out long number)
    {
        var isInRange = PlainScalars.TryReadInteger(value, out var integer) && integer >= minimum && integer <= maximum;
        number = isInRange ? (long)integer : 0;
        return isInRange;
    }

    private static bool Set(out JsonScalar scalar, string text)
    {
        scalar = JsonScalar.Of(text);
        return true;
    }
}
