using System.Globalization;
using Messaging.Codegen.CompilerBenchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var count = Number("--count", 1000);
var rounds = Number("--rounds", 5);
var edits = Number("--edits", 31);
var isJudged = args.Contains("--gates");
var missed = 0;

var ours = SyntheticProject.WithMessaging(count);
var memoryPack = SyntheticProject.WithMemoryPack(count);
var folder = Directory.CreateTempSubdirectory("compiler-benchmarks-").FullName;
Console.WriteLine($"{count} contracts and {count} handlers, {(2 * count) + 1} files, {rounds} rounds, {Environment.ProcessorCount} processors");
try
{
    if (!args.Contains("--keystrokes"))
    {
        await BuildAsync();
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

Console.WriteLine();
Console.WriteLine("| edit of one file | generator, median ms | slowest | files printed anew | analyzers, median ms |");
Console.WriteLine("|---|--:|--:|--:|--:|");
var keystroke = new Keystroke(ours);
keystroke.Open();
var (contract, handler) = (SyntheticProject.Contract(count / 2), SyntheticProject.Handler(count / 2));

// An editor is warm: what has to be compiled just in time is compiled before the first row.
keystroke.Edit(SyntheticProject.Handler(0), static i => SyntheticProject.HandlerText(0, i + 1), edits);
keystroke.Edit(SyntheticProject.Contract(0), i => ours[SyntheticProject.Contract(0)].Replace("Customer", "Customer" + i, StringComparison.Ordinal), edits);
await EditAsync("the body of a handler", handler, i => SyntheticProject.HandlerText(count / 2, i + 1), 0);
await EditAsync("a member of a contract", contract, i => ours[contract].Replace("Customer", "Customer" + i, StringComparison.Ordinal), 1);
await EditAsync(
    "the version of a contract, so its route", contract, i => ours[contract].Replace("\")]", $"\", Version = {i + 2})]", StringComparison.Ordinal), 2);
return isJudged && missed > 0 ? 1 : 0;

async Task BuildAsync()
{
    var (shop, other) = (Path.Combine(folder, "ours"), Path.Combine(folder, "memorypack"));
    ColdBuild[] builds =
    [
        new("the compiler alone", ours, shop),
        new("with the generator", ours, shop, Components.Generator),
        new("with generator and analyzers", ours, shop, Components.Generator, Components.Analyzers),
        new("the contracts for MemoryPack alone", memoryPack, other),
        new("with MemoryPack's generator", memoryPack, other, Components.MemoryPackGenerator),
    ];
    var times = builds.Select(static _ => new List<BuildTime>()).ToArray();
    for (var round = -1; round < rounds; round++)
    {
        // In turn, so that what else the machine does falls on all of them; the first round only fills the system's caches.
        for (var i = 0; i < builds.Length; i++)
        {
            var time = await builds[i].MeasureAsync();
            if (round >= 0)
            {
                times[i].Add(time);
            }
        }
    }

    Console.WriteLine();
    Console.WriteLine("| cold build | ms | against the compiler alone | generators, ms | analyzers, ms |");
    Console.WriteLine("|---|--:|--:|--:|--:|");
    for (var i = 0; i < builds.Length; i++)
    {
        var alone = times[i < 3 ? 0 : 3];
        Console.WriteLine(
            $"| {builds[i].Name} | {Median(times[i].Select(static time => time.Elapsed.TotalMilliseconds)):F0} "
            + $"| {Median(times[i].Zip(alone, static (one, other) => one.Elapsed / other.Elapsed)):F2} "
            + $"| {Median(times[i].Select(static time => time.Generators.TotalMilliseconds)):F0} "
            + $"| {Median(times[i].Select(static time => time.Analyzers.TotalMilliseconds)):F0} |");
    }

    Judge("cold run of the generator, ms", 2000, Median(times[1].Select(static time => time.Generators.TotalMilliseconds)));
}

async Task EditAsync(string name, string file, Func<int, string> edit, int most)
{
    var (milliseconds, printed) = keystroke.Edit(file, edit, edits);
    var analyzed = await keystroke.AnalyzeAsync(file, edit, edits);
    Console.WriteLine($"| {name} | {Median(milliseconds):F1} | {milliseconds.Max():F1} | {printed.Skip(1).Max()} | {Median(analyzed):F1} |");
    Judge($"generator after the edit of {name}, ms", 50, Median(milliseconds));
    Judge($"files printed after the edit of {name}", most, printed.Skip(1).Max());
}

void Judge(string goal, double most, double measured)
{
    if (measured > most)
    {
        missed++;
        Console.WriteLine($"MISSED: {goal}: at most {most} was asked, {measured:F1} measured");
    }
}

int Number(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
