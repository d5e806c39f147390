using System.Globalization;
using System.Numerics;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Facts;

/// <summary>Writes the scalars of the facts from the text that JSON shows them as.</summary>
internal static class ScalarEncoder
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Writes a value by what <see cref="WireScalars.KnownName"/> returns.</summary>
    /// <exception cref="FormatException">The text is no such value.</exception>
    /// <exception cref="OverflowException">The number is too large or too small.</exception>
    public static void Write(ref PackWriter writer, string wire, string text)
    {
        switch (wire)
        {
            case WireNames.Boolean:
                writer.Write(bool.Parse(text));
                break;
            case WireNames.Single:
                writer.Write(float.Parse(text, Culture));
                break;
            case WireNames.Double:
                writer.Write(double.Parse(text, Culture));
                break;
            case WireNames.String:
                writer.Write(text);
                break;
            case WireNames.Binary:
                writer.WriteBinary(Convert.FromBase64String(text));
                break;
            case WireNames.Guid:
                writer.Write(Guid.Parse(text));
                break;
            case WireNames.Decimal:
                writer.Write(decimal.Parse(text, NumberStyles.Float, Culture));
                break;
            case WireNames.DateTime:
                writer.Write(DateTime.Parse(text, Culture, DateTimeStyles.RoundtripKind));
                break;
            case WireNames.DateTimeOffset:
                writer.Write(DateTimeOffset.Parse(text, Culture));
                break;
            case WireNames.TimeSpan:
                writer.Write(TimeSpan.ParseExact(text, "c", Culture));
                break;
            case WireNames.DateOnly:
                writer.Write(DateOnly.ParseExact(text, "O", Culture));
                break;
            case WireNames.TimeOnly:
                writer.Write(TimeOnly.ParseExact(text, "O", Culture));
                break;
            case WireNames.Int128:
                writer.Write(Int128.Parse(text, NumberStyles.AllowLeadingSign, Culture));
                break;
            case WireNames.UInt128:
                writer.Write(UInt128.Parse(text, NumberStyles.None, Culture));
                break;
            case WireNames.BigInteger:
                writer.Write(BigInteger.Parse(text, NumberStyles.AllowLeadingSign, Culture));
                break;
            case WireNames.UInt64:
                writer.Write(ulong.Parse(text, NumberStyles.None, Culture));
                break;
            default:
                // Whether it is in the range of its type is found out when what was written is looked at.
                writer.Write(long.Parse(text, NumberStyles.AllowLeadingSign, Culture));
                break;
        }
    }
}
