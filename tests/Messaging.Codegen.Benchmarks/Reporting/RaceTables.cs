using System.Globalization;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Measuring;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Reporting;

/// <summary>The results, with a row per contestant and a column per payload.</summary>
internal static class RaceTables
{
    /// <summary>How many times as fast as <paramref name="reference"/>, with the geometric means over all payloads and over those without arrays.</summary>
    public static void Speed(TextWriter output, Race race, string reference) => Write(
        output,
        race,
        $"{race.Direction}: speed relative to {reference} (more is faster)",
        ["all", "no arrays"],
        name =>
        [
            .. race.Payloads.Select(payload => Show(race.Speed(name, reference, payload))),
            Show(race.Speed(name, reference, _ => true)),
            Show(race.Speed(name, reference, payload => !payload.IsArrays)),
        ]);

    /// <summary>Nanoseconds per operation.</summary>
    public static void Time(TextWriter output, Race race) =>
        Write(output, race, $"{race.Direction}: ns per operation, median", series => series.Nanoseconds);

    /// <summary>Bytes allocated per operation.</summary>
    public static void Allocation(TextWriter output, Race race) =>
        Write(output, race, $"{race.Direction}: bytes allocated per operation", series => series.AllocatedBytes);

    /// <summary>The mean size of the payloads.</summary>
    public static void Size(TextWriter output, Race race) =>
        Write(output, race, "bytes of the payload", series => series.Work.Codec.MeanBytes(series.Work.Instances));

    /// <summary>Whether the goals are reached.</summary>
    public static void Goals(TextWriter output, IEnumerable<Goal> goals) =>
        MarkdownTable.Write(output, ["goal", "", "asked", "measured", ""], goals.Select(goal => goal.Cells));

    private static void Write(TextWriter output, Race race, string title, Func<Series, double> figure) => Write(
        output,
        race,
        title,
        [],
        name => [.. race.Payloads.Select(payload =>
            race.Find(name, payload) is { } series ? figure(series).ToString("0", CultureInfo.InvariantCulture) : "-")]);

    private static void Write(TextWriter output, Race race, string title, IReadOnlyList<string> means, Func<string, IReadOnlyList<string>> cells)
    {
        output.WriteLine(title);
        output.WriteLine();
        MarkdownTable.Write(
            output,
            ["", .. race.Payloads.Select(payload => payload.Name), .. means],
            race.Names.Select(name => (IReadOnlyList<string>)[name, .. cells(name)]));
    }

    private static string Show(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";
}
