using System.Globalization;
using System.Text.RegularExpressions;

namespace Messaging.Codegen.Samples.Tests.Running;

/// <summary>The last line of a run.</summary>
internal sealed partial record Ledger(int Sent, int Handled, int Retrying, int DeadLettered, int Quarantined, int Lost)
{
    /// <summary>What the dataset gives: 9 of its orders cannot be charged, whatever is done.</summary>
    public static readonly Ledger OfDataset = new(Sent: 3_000, Handled: 2_991, Retrying: 0, DeadLettered: 9, Quarantined: 0, Lost: 0);

    /// <summary>Reads the last line that a run has printed.</summary>
    public static Ledger Of(SampleProcess run)
    {
        var match = Pattern().Match(run.Output[^1]);
        Assert.True(match.Success, $"The last line is no ledger. It has printed:{Environment.NewLine}{run.Transcript}");
        var numbers = match.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray();
        return new Ledger(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    public static bool IsIn(SampleProcess run) => run.Output.Any(line => Pattern().IsMatch(line));

    [GeneratedRegex(@"^sent=(\d+) handled=(\d+) retrying=(\d+) dead-lettered=(\d+) quarantined=(\d+) lost=(-?\d+)$")]
    private static partial Regex Pattern();
}
