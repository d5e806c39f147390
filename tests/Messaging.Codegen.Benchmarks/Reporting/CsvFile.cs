using System.Globalization;
using Messaging.Codegen.Benchmarks.Measuring;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Reporting;

/// <summary>The same figures as in the tables, a line for each.</summary>
internal static class CsvFile
{
    public static void Write(string path, IReadOnlyList<Race> races, string reference)
    {
        using var output = new StreamWriter(path);
        output.WriteLine("runtime,direction,payload,contestant,instances,bytes,nanoseconds,speed,allocated");
        foreach (Race race in races)
        {
            foreach (Payload payload in race.Payloads)
            {
                foreach (string name in race.Names)
                {
                    if (race.Find(name, payload) is { } series)
                        output.WriteLine(Line(race, series, reference));
                }
            }
        }
    }

    private static string Line(Race race, Series series, string reference)
    {
        Payload payload = series.Work.Codec.Payload;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Machine.Runtime},{race.Direction},{payload.Name},{series.Work.Name},{series.Work.Instances},{series.Work.Codec.MeanBytes(series.Work.Instances):0},{series.Nanoseconds:0.0},{race.Speed(series.Work.Name, reference, payload):0.000},{series.AllocatedBytes:0}");
    }
}
