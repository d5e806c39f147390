using System.Globalization;
using Messaging.Codegen.Analyzers.Baseline.Comparison;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Baseline;

/// <summary>Compares the facts of one contract with what the files say about it.</summary>
/// <param name="record">The files' lines.</param>
/// <param name="source">The source's lines.</param>
internal sealed class BaselineCheck(ContractRecord record, IReadOnlyCollection<FactLine> source)
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<(string Head, string? Member)> _broken = [];
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heads = new(source.Select(static line => line.Head), StringComparer.Ordinal);
    private readonly Dictionary<(string Head, string Slot), FactLine> _current = record.Current.ToDictionary(static line => (line.Head, FactMarks.SlotOf(line)));

    /// <summary>The findings, none for a contract that agrees with its baseline.</summary>
    public static IReadOnlyList<Finding> Run(ContractRecord record, IReadOnlyCollection<FactLine> source) => new BaselineCheck(record, source).Run();

    private IReadOnlyList<Finding> Run()
    {
        if (record.IsShipped && !source.Any(line => line.Kind == FactKinds.Break && IsAccepted(line)))
        {
            CompareReleases();
        }

        CheckAccepted();
        CheckGone();
        return _findings;
    }

    /// <summary>MSG503 to MSG508: what releases in the field make of the contract, and it of theirs.</summary>
    private void CompareReleases()
    {
        var mode = ModeOf(source);
        var tombstones = record.Current.Where(static line => FactMarks.MarkOf(line) == FactMarks.Reserved);
        var layout = new ContractLayout(record.Identity, source.Concat(tombstones));
        var seen = new HashSet<(string, string, string?, string)>();
        foreach (var release in record.Releases(mode.IsTransitive))
        {
            foreach (var change in ContractComparison.Run(new ContractLayout(record.Identity, release), layout).Changes)
            {
                if (change.Rule.Id == DiagnosticIds.KeyChanged)
                {
                    _moved.Add(change.Head + change.Member);
                }

                var verdict = change.Under(mode);
                if (verdict == Verdict.Works || !seen.Add((change.Rule.Id, change.Head, change.Member, change.What)))
                {
                    continue;
                }

                if (verdict == Verdict.Breaks)
                {
                    _broken.Add((change.Head, change.Member));
                }

                var severity = verdict == Verdict.Breaks ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
                object[] arguments = change.Rule.Id == DiagnosticIds.KeyReserved
                    ? [change.What]
                    : [verdict == Verdict.Breaks ? "breaks" : "unsettles", record.Identity, mode.ToString(), change.What];
                _findings.Add(new Finding(change.Rule, severity, change.Head, change.Member, arguments));
            }
        }
    }

    /// <summary>MSG501: what the files do not know. What breaks a promise cannot be accepted.</summary>
    private void CheckAccepted()
    {
        var news = source.Where(line => !IsAccepted(line)).GroupBy(line => record.Current.Count == 0 ? (record.Identity, null) : (line.Head, MemberOf(line)));
        foreach (var group in news)
        {
            var (head, member) = group.Key;
            if (_broken.Contains((head, member)))
            {
                continue;
            }

            var buried = group.FirstOrDefault(line => _current.TryGetValue((line.Head, FactMarks.SlotOf(line)), out var current) && FactMarks.MarkOf(current) == FactMarks.Reserved);
            if (buried is not null && FactMarks.MarkOf(buried) is null)
            {
                _findings.Add(new Finding(
                    Rules.KeyReserved, DiagnosticSeverity.Error, head, member, [$"the {FactMarks.SlotOf(buried)} belonged to something that is gone; take another one"]));
                continue;
            }

            var lines = group.Where(static line => FactMarks.MarkOf(line) is null).ToList();
            if (lines.Count > 0)
            {
                var what = lines.Count == 1 ? lines[0].Kind + (lines[0].Value.Length == 0 ? "" : " " + lines[0].Value) : lines.Count.ToString(CultureInfo.InvariantCulture) + " facts";
                _findings.Add(new Finding(Rules.FactNotInBaseline, Rules.FactNotInBaseline.DefaultSeverity, head, member, [what]) { Accepted = lines });
            }
        }
    }

    /// <summary>MSG502: what the files know and the source no longer has. Types that no member names any more went with the member.</summary>
    private void CheckGone()
    {
        var slots = new HashSet<(string, string)>(source.Where(static line => FactMarks.MarkOf(line) is null).Select(static line => (line.Head, FactMarks.SlotOf(line))));
        foreach (var line in record.Current.Where(static line => FactMarks.MarkOf(line) is null && line.Kind != FactKinds.Break))
        {
            var slot = FactMarks.SlotOf(line);
            if (!_heads.Contains(line.Head) || slots.Contains((line.Head, slot)) || _moved.Contains(line.Head + MemberOf(line)))
            {
                continue;
            }

            var isReleased = record.Shipped.Exists(shipped => shipped.Head == line.Head && FactMarks.SlotOf(shipped) == slot);
            _findings.Add(new Finding(Rules.FactGone, DiagnosticSeverity.Error, line.Head, null, [$"'{line.Kind} {line.Value}'"])
            {
                Accepted = isReleased ? [FactMarks.Mark(line, FactMarks.Reserved)] : [],
                Dropped = isReleased ? [] : [line],
                ReservedKey = !isReleased ? null
                    : KeyFact.Parse(line.Value) is { } key && line.Kind == FactKinds.Key ? key.Number.ToString(CultureInfo.InvariantCulture)
                    : line.Kind == FactKinds.Name ? line.Words[0]
                    : null,
            });
        }
    }

    private bool IsAccepted(FactLine line)
    {
        if (!_current.TryGetValue((line.Head, FactMarks.SlotOf(line)), out var current))
        {
            return FactMarks.MarkOf(line) is not null;
        }

        // The source reserves a number only, and the file remembers what had it.
        return current.Value == line.Value || (FactMarks.MarkOf(line) is { } mark && FactMarks.MarkOf(current) == mark);
    }

    private static string? MemberOf(FactLine line) => line.Kind switch
    {
        FactKinds.Key => KeyFact.Parse(line.Value)?.Member.Name,
        FactKinds.Name => NameFact.Parse(line.Value)?.Member.Name,
        FactKinds.Value => ValueFact.Parse(line.Value)?.Name,
        _ => null,
    };

    /// <summary>What the contract promises.</summary>
    private static CompatibilityMode ModeOf(IEnumerable<FactLine> source)
    {
        var words = source.FirstOrDefault(static line => line.Kind == FactKinds.Message)?.Words ?? [];
        var promised = Array.Find(words, static word => word.StartsWith(ContractRemarks.CompatibilityMark, StringComparison.Ordinal));
        return (promised is null ? null : CompatibilityMode.Parse(promised.Substring(ContractRemarks.CompatibilityMark.Length)))
            ?? (words.Contains("request") ? CompatibilityMode.ForRequests : CompatibilityMode.ForEvents);
    }
}
