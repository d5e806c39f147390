using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Analyzers.Baseline.Comparison;

/// <summary>What happens to a value when its scalar type changes, by what the readers accept (R4: integers any width that fits, floats integers too).</summary>
internal static class ScalarChange
{
    private static readonly string[] Floats = [WireNames.Half, WireNames.Single, WireNames.Double];

    /// <summary>The bits of an integer that a float of each width keeps.</summary>
    private static readonly int[] Precision = [11, 24, 53];

    public static (Verdict Backward, Verdict Forward) Judge(string from, string to)
    {
        if (from == to)
        {
            return (Verdict.Works, Verdict.Works);
        }

        return (Read(written: from, read: to), Read(written: to, read: from));
    }

    /// <summary>The range of an integer type, or null for anything else.</summary>
    public static (decimal Minimum, decimal Maximum)? RangeOf(string wire) => wire switch
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

    private static Verdict Read(string written, string read)
    {
        var float1 = Array.IndexOf(Floats, written);
        var float2 = Array.IndexOf(Floats, read);
        if (RangeOf(written) is { } from)
        {
            if (RangeOf(read) is { } to)
            {
                return to.Minimum <= from.Minimum && to.Maximum >= from.Maximum ? Verdict.Works : Verdict.Breaks;
            }

            return float2 < 0 ? Verdict.Breaks
                : from.Maximum < Power(Precision[float2]) ? Verdict.Works
                : Verdict.Suffers;
        }

        if (float1 >= 0 && float2 >= 0)
        {
            return float2 > float1 ? Verdict.Works : Verdict.Suffers;
        }

        // What is text on the wire is read as text.
        return read == WireNames.String && written.EndsWith("." + WireNames.String, StringComparison.Ordinal) ? Verdict.Works : Verdict.Breaks;
    }

    private static decimal Power(int bits) => 1L << bits;
}
