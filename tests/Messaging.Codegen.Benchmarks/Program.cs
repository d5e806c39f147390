using Messaging.Codegen.Benchmarks;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Measuring;
using Messaging.Codegen.Benchmarks.Payloads;
using Messaging.Codegen.Benchmarks.Reporting;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(Options.Help);
    return 0;
}

Options options = Options.Parse(args);
if (options.List)
{
    foreach (var (name, _) in AllContestants.All)
        Console.WriteLine(name);
    return 0;
}

Codec[] codecs =
[
    .. AllContestants.All
        .Where(contestant => options.Contestants is [] || options.Contestants.Contains(contestant.Name))
        .SelectMany(contestant => contestant.Create().Codecs)
        .Where(codec => options.Payloads is [] || options.Payloads.Contains(codec.Payload.Name)),
];

IReadOnlyList<string> problems = Verification.Check(codecs);
foreach (string problem in problems)
    Console.Error.WriteLine(problem);
if (problems.Count > 0)
    return 1;
if (options.VerifyOnly)
{
    Console.WriteLine($"{codecs.Length} codecs read back what was written.");
    return 0;
}

Console.WriteLine(Machine.Describe());
Console.WriteLine($"{options.Effort.Rounds} rounds of {options.Effort.TurnMicroseconds} us turns, {options.Instances} instance(s) of each payload");
Console.WriteLine();
IReadOnlyList<Race> races = Race.Run(codecs, options.Directions, options.Instances, options.Segments, options.Effort);
foreach (Race race in races)
    RatioTable.Speed(Console.Out, race, options.Reference);
foreach (Race race in races)
{
    RatioTable.Time(Console.Out, race);
    RatioTable.Allocation(Console.Out, race);
}

RatioTable.Size(Console.Out, races[0], options.Instances);
if (options.Csv is { } path)
    CsvFile.Write(path, races, options.Reference, options.Instances);
return 0;
