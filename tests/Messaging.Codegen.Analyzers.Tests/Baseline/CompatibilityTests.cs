using Messaging.Codegen.Analyzers.Baseline;
using Messaging.Codegen.Analyzers.Baseline.Comparison;

namespace Messaging.Codegen.Analyzers.Tests.Baseline;

/// <summary>
/// The table of changes and what they do, row by row: what the comparison says must be what the table says, and what happens when bytes of one release
/// are read by the other.
/// </summary>
public class CompatibilityTests
{
    public static TheoryData<string> Rows => [.. CompatibilityTable.Rows.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_verdict_is_what_happens(string name)
    {
        var row = CompatibilityTable.Rows.Single(row => row.Name == name);
        var old = Release.Compile(row.Old, row.OldSamples);
        var @new = Release.Compile(row.New, row.NewSamples);

        var changes = ContractComparison.Run(new ContractLayout("test.msg/v1", old.Facts), new ContractLayout("test.msg/v1", @new.Facts)).Changes;
        var backward = changes.Select(static change => change.Backward).DefaultIfEmpty(Verdict.Works).Max();
        var forward = changes.Select(static change => change.Forward).DefaultIfEmpty(Verdict.Works).Max();

        Assert.Equal((row.Backward, row.Forward), (backward, forward));
        var earlier = row.Earlier is { } first ? Release.Compile(first.Source, first.Samples).SendTo(@new) : [];
        Check(backward, [.. old.SendTo(@new), .. earlier], "old to new");
        Check(forward, [.. @new.SendTo(old)], "new to old");
    }

    [Fact]
    public void Names_are_given_once() =>
        Assert.Equal(CompatibilityTable.Rows.Count, CompatibilityTable.Rows.Select(static row => row.Name).Distinct().Count());

    private static void Check(Verdict verdict, List<Outcome> outcomes, string way)
    {
        var seen = way + ": " + string.Join("; ", outcomes);
        Assert.NotEmpty(outcomes);
        switch (verdict)
        {
            case Verdict.Works:
                Assert.True(outcomes.TrueForAll(static outcome => outcome.IsIntact), seen);
                break;
            case Verdict.Suffers:
                Assert.True(outcomes.TrueForAll(static outcome => outcome.Failure is null), seen);
                break;
            default:
                Assert.True(outcomes.Exists(static outcome => !outcome.IsIntact), seen);
                break;
        }
    }
}
