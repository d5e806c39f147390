using System.Globalization;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Measuring;

namespace Messaging.Codegen.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public const string FirstUseOption = "--first-use";

    public const string Help = """
        Measures the emitted serializer against its peers: one process, everybody in turn, in rounds. See README.md.

          --payload NAMES       only these, separated by commas: small, order, strings, arrays, dictionary, union
          --contestant NAMES    only these, separated by commas
          --direction NAME      serialize or deserialize; both without it
          --reference NAME      whose speed is 1; messagepack without it (messagepack-generated where that cannot run)
          --rounds N            101 without it
          --segments N          also read input in N pieces
          --varied N            N different instances in turn instead of one again and again
          --quick               shorter turns, fewer rounds, less warm-up
          --csv FILE            writes the figures to a file too
          --gates               shows the goals too; exit code 1 when a figure is below what it must never be below
          --cold                instead: the first use in fresh processes
          --verify              only checks that everybody reads back what was written
          bdn [FILTER]          instead, as the first argument: BenchmarkDotNet with its own options
          --list                the contestants
        """;

    public IReadOnlyList<string> Payloads { get; private init; } = [];

    public IReadOnlyList<string> Contestants { get; private init; } = [];

    public IReadOnlyList<Direction> Directions { get; private init; } = [Direction.Serialize, Direction.Deserialize];

    public string Reference { get; private init; } = AllContestants.Reference;

    public Effort Effort { get; private init; } = Effort.Full;

    public int Segments { get; private init; } = 1;

    public int Instances { get; private init; } = 1;

    public string? Csv { get; private init; }

    public bool Gates { get; private init; }

    public bool Cold { get; private init; }

    /// <summary>The contestant whose first use this process is for.</summary>
    public string? FirstUse { get; private init; }

    public bool VerifyOnly { get; private init; }

    public bool List { get; private init; }

    /// <exception cref="FormatException">There is no such option, or no such value of it.</exception>
    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options();
        int? rounds = null;
        for (int i = 0; i < args.Count; i++)
        {
            string option = args[i];
            string Value() => ++i < args.Count ? args[i] : throw new FormatException($"{option} needs a value.");
            int Number() => int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
                ? number
                : throw new FormatException($"{option} needs a number above 0.");
            switch (option)
            {
                case "--payload": options = options with { Payloads = Value().Split(',') }; break;
                case "--contestant": options = options with { Contestants = Value().Split(',') }; break;
                case "--direction": options = options with { Directions = [Enum.Parse<Direction>(Value(), ignoreCase: true)] }; break;
                case "--reference": options = options with { Reference = Value() }; break;
                case "--rounds": rounds = Number(); break;
                case "--segments": options = options with { Segments = Number() }; break;
                case "--varied": options = options with { Instances = Number() }; break;
                case "--quick": options = options with { Effort = Effort.Quick }; break;
                case "--csv": options = options with { Csv = Value() }; break;
                case "--gates": options = options with { Gates = true }; break;
                case "--cold": options = options with { Cold = true }; break;
                case FirstUseOption: options = options with { FirstUse = Value() }; break;
                case "--verify": options = options with { VerifyOnly = true }; break;
                case "--list": options = options with { List = true }; break;
                default: throw new FormatException($"There is no option {option}.");
            }
        }
        return rounds is { } number ? options with { Effort = options.Effort with { Rounds = number } } : options;
    }
}
