using System.Globalization;
using Messaging.Codegen.Benchmarks.Measuring;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Reporting;

/// <summary>Tables in Markdown, with a row per contestant and a column per payload.</summary>
internal static class RatioTable
{
    /// <summary>How many times as fast as <paramref name="reference"/>, with the geometric means over all payloads and over those without arrays.</summary>
    public static void Speed(TextWriter output, Race race, string reference)
    {
        output.WriteLine($"{race.Direction}: speed relative to {reference} (more is faster)");
        Write(output, race, ["all", "no arrays"], name =>
        {
            double?[] speeds = [.. race.Payloads.Select(payload => race.Speed(name, reference, payload))];
            return
            [
                .. speeds.Select(Show),
                Show(race.Speed(name, reference, _ => true)),
                Show(race.Speed(name, reference, payload => !payload.IsArrays)),
            ];
        });
    }

    /// <summary>Nanoseconds per operation.</summary>
    public static void Time(TextWriter output, Race race)
    {
        output.WriteLine($"{race.Direction}: ns per operation, median");
        Write(output, race, [], name => [.. race.Payloads.Select(payload => Whole(race.Find(name, payload)?.Nanoseconds))]);
    }

    /// <summary>Bytes allocated per operation.</summary>
    public static void Allocation(TextWriter output, Race race)
    {
        output.WriteLine($"{race.Direction}: bytes allocated per operation");
        Write(output, race, [], name => [.. race.Payloads.Select(payload => Whole(race.Find(name, payload)?.AllocatedBytes))]);
    }

    /// <summary>The mean size of the payloads.</summary>
    public static void Size(TextWriter output, Race race, int instances)
    {
        output.WriteLine("payload, bytes");
        Write(output, race, [], name => [.. race.Payloads.Select(payload =>
            Whole(race.Find(name, payload)?.Work.Codec.Bytes(instances).Average(bytes => bytes.Length)))]);
    }

    private static void Write(TextWriter output, Race race, IReadOnlyList<string> means, Func<string, IReadOnlyList<string>> cells)
    {
        IReadOnlyList<string> header = ["", .. race.Payloads.Select(payload => payload.Name), .. means];
        List<IReadOnlyList<string>> rows = [header, .. race.Names.Select(name => (IReadOnlyList<string>)[name, .. cells(name)])];
        int[] widths = [.. header.Select((_, column) => rows.Max(row => row[column].Length))];
        for (int i = 0; i < rows.Count; i++)
        {
            output.WriteLine("| " + string.Join(" | ", rows[i].Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))) + " |");
            if (i == 0)
                output.WriteLine("|" + string.Join("|", widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":")) + "|");
        }
        output.WriteLine();
    }

    private static string Show(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    private static string Whole(double? value) => value?.ToString("0", CultureInfo.InvariantCulture) ?? "-";
}
