using System.Globalization;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;

namespace Messaging.Codegen.Analyzers.Baseline.Comparison;

internal sealed partial class ContractComparison
{
    private void CompareEnums(TypeLayout from, TypeLayout to)
    {
        var (backward, forward) = ScalarChange.Judge(from.Underlying!, to.Underlying!);
        if (backward != Verdict.Works || forward != Verdict.Works)
        {
            // Only the numbers that have names travel.
            var numbers = from.Values.Keys.Concat(to.Values.Keys).Select(static number => decimal.Parse(number, CultureInfo.InvariantCulture)).ToList();
            Add(Rules.TypeChanged, to, null, Narrowed(backward, numbers, to), Narrowed(forward, numbers, from), $"type {from.Underlying} became {to.Underlying}");
        }

        if (from.TakesUnknown && !to.TakesUnknown)
        {
            Add(Rules.ChoicesChanged, to, null, Verdict.Breaks, Verdict.Works, "enum no longer takes numbers without a name, which stored messages may have");
        }

        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, name) in to.Values)
        {
            if (from.Reserved.Contains(Slot(number)))
            {
                Add(Rules.KeyReserved, to, name, Verdict.Breaks, Verdict.Breaks, $"number {number} belonged to a name that is gone, and stored messages still have it");
            }
            else if (!from.Values.TryGetValue(number, out var old) || old != name)
            {
                if (from.Values.FirstOrDefault(pair => pair.Value == name) is { Key: { } earlier })
                {
                    moved.Add(earlier);
                    Add(Rules.KeyChanged, to, name, Verdict.Breaks, Verdict.Breaks, $"number {earlier} became {number}");
                }
                else if (old is null)
                {
                    Add(Rules.ChoicesChanged, to, name, Verdict.Works, from.TakesUnknown ? Verdict.Works : Verdict.Breaks, $"number {number} is new, and readers in the field do not know it");
                }
            }
        }

        foreach (var (number, name) in from.Values)
        {
            if (!to.Values.ContainsKey(number) && !moved.Contains(number) && to.Reserved.Contains(Slot(number)))
            {
                Add(Rules.ChoicesChanged, to, null, to.TakesUnknown ? Verdict.Suffers : Verdict.Breaks, Verdict.Works, $"number {number}, '{name}', is gone, and stored messages still have it");
            }
        }
    }

    private static Verdict Narrowed(Verdict verdict, List<decimal> numbers, TypeLayout reader)
    {
        var range = ScalarChange.RangeOf(reader.Underlying!);
        return verdict == Verdict.Breaks && range is { } r && numbers.TrueForAll(number => number >= r.Minimum && number <= r.Maximum) ? Verdict.Works : verdict;
    }

    /// <summary>The slot of a number's line, which pads it.</summary>
    private static string Slot(string number) => FactKinds.Value + " " + new ValueFact(number, "").ToString().Trim();

    private void CompareUnions(TypeLayout from, TypeLayout to)
    {
        var moved = new HashSet<int>();
        foreach (var (tag, type) in to.Cases)
        {
            var slot = FactKinds.Case + " " + tag.ToString("D3", CultureInfo.InvariantCulture);
            if (from.Reserved.Contains(slot))
            {
                Add(Rules.KeyReserved, to, null, Verdict.Breaks, Verdict.Breaks, $"tag {tag} belonged to a case that is gone, and stored messages still have it");
            }
            else if (from.Cases.TryGetValue(tag, out var old) && (old == type || !from.Cases.ContainsValue(type)))
            {
                var (backward, forward) = WireType.Parse(old) is { } oldType && WireType.Parse(type) is { } newType
                    ? Compare(oldType, newType)
                    : (Verdict.Breaks, Verdict.Breaks);
                if (backward != Verdict.Works || forward != Verdict.Works)
                {
                    Add(Rules.TypeChanged, to, null, backward, forward, $"case {tag}, {old}, became {type}");
                }
            }
            else if (from.Cases.Any(pair => pair.Value == type))
            {
                var earlier = from.Cases.First(pair => pair.Value == type).Key;
                moved.Add(earlier);
                Add(Rules.KeyChanged, to, null, Verdict.Breaks, Verdict.Breaks, $"tag {earlier} of {type} became {tag}");
            }
            else
            {
                Add(Rules.ChoicesChanged, to, null, Verdict.Works, Verdict.Breaks, $"case {tag}, {type}, is new, and readers in the field do not know it");
            }
        }

        foreach (var (tag, type) in from.Cases)
        {
            if (!to.Cases.ContainsKey(tag) && !moved.Contains(tag) && to.Reserved.Contains(FactKinds.Case + " " + tag.ToString("D3", CultureInfo.InvariantCulture)))
            {
                Add(Rules.ChoicesChanged, to, null, Verdict.Breaks, Verdict.Works, $"case {tag}, {type}, is gone, and stored messages still have it");
            }
        }
    }
}
