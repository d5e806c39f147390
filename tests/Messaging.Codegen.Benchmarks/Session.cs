using System.Globalization;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Measuring;
using Messaging.Codegen.Benchmarks.Reporting;

namespace Messaging.Codegen.Benchmarks;

/// <summary>Does what the options say.</summary>
internal static class Session
{
    /// <returns>The exit code: 1 when our own bytes are wrong or a gate is missed, and after a mere check when anybody's are.</returns>
    public static int Run(Options options)
    {
        if (options.FirstUse is { } name)
        {
            ColdStart.Run(AllContestants.All.Single(contestant => contestant.Name == name).Create());
            return 0;
        }

        (string Name, Func<Contestant> Create)[] contestants =
            [.. AllContestants.All.Where(contestant => options.Contestants is [] || options.Contestants.Contains(contestant.Name))];
        if (options.List)
        {
            foreach (var contestant in contestants)
                Console.WriteLine(contestant.Name);
            return 0;
        }

        if (options.Cold)
        {
            ShowColdStarts([.. contestants.Select(contestant => contestant.Name)]);
            return 0;
        }

        Codec[] codecs =
        [
            .. contestants
                .SelectMany(contestant => contestant.Create().Codecs)
                .Where(codec => options.Payloads is [] || options.Payloads.Contains(codec.Payload.Name)),
        ];
        var problems = Verification.Check(codecs);
        foreach (var (codec, problem) in problems)
            Console.Error.WriteLine($"{codec.Contestant.Name}, {codec.Payload.Name}: {problem}; left out");
        Codec[] right = [.. codecs.Except(problems.Select(problem => problem.Codec))];
        if (!options.VerifyOnly)
            return Measure(options, right) && problems.All(problem => problem.Codec.Contestant.Name != Ours.Name) ? 0 : 1;
        Console.WriteLine($"{right.Length} codecs read back what was written.");
        return problems.Count == 0 ? 0 : 1;
    }

    private static bool Measure(Options options, Codec[] codecs)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine($"{options.Effort.Rounds} rounds of {options.Effort.TurnMicroseconds} us turns, {options.Instances} instance(s) of each payload");
        Console.WriteLine();
        IReadOnlyList<Race> races = Race.Run(codecs, options.Directions, options.Instances, options.Segments, options.Effort);
        foreach (Race race in races)
            RaceTables.Speed(Console.Out, race, options.Reference);
        foreach (Race race in races)
        {
            RaceTables.Time(Console.Out, race);
            RaceTables.Allocation(Console.Out, race);
        }

        RaceTables.Size(Console.Out, races[0]);
        if (options.Csv is { } path)
            CsvFile.Write(path, races, options.Reference);
        if (!options.Gates)
            return true;
        Goal[] goals = [.. races.SelectMany(Goals.Of)];
        RaceTables.Goals(Console.Out, goals);
        return goals.All(goal => goal.IsMet || !goal.IsGate);
    }

    private static void ShowColdStarts(IReadOnlyList<string> contestants)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        MarkdownTable.Write(
            Console.Out,
            ["first order written and read in a process", "ms"],
            contestants.Select(name => (IReadOnlyList<string>)[name, ColdStart.Measure(name).ToString("0.0", CultureInfo.InvariantCulture)]));
    }
}
