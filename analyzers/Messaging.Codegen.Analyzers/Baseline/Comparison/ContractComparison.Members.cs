using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;

namespace Messaging.Codegen.Analyzers.Baseline.Comparison;

internal sealed partial class ContractComparison
{
    private void CompareMembers(TypeLayout from, TypeLayout to)
    {
        var kind = to.IsMap ? FactKinds.Name : FactKinds.Key;
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, member) in to.Members)
        {
            var old = from.Members.TryGetValue(key, out var there) ? there : null;
            var slot = kind + " " + key;
            if (from.Reserved.Contains(slot))
            {
                Add(Rules.KeyReserved, to, member.Name, Verdict.Breaks, Verdict.Breaks, $"key {key} belonged to a member that is gone, and stored messages still have it");
            }
            else if (old?.Name != member.Name && from.Members.FirstOrDefault(pair => pair.Value.Name == member.Name) is { Key: { } earlier })
            {
                moved.Add(earlier);
                Add(Rules.KeyChanged, to, member.Name, Verdict.Breaks, Verdict.Breaks, $"key {earlier} became {key}");
            }
            else if (old is not null)
            {
                Compare(old, member, to);
            }
            else if (member.IsRequired)
            {
                Add(Rules.RequirementChanged, to, member.Name, Verdict.Breaks, Verdict.Works, $"key {key} is new and required, and no message so far has it");
            }
        }

        foreach (var (key, member) in from.Members)
        {
            if (!to.Members.ContainsKey(key) && !moved.Contains(key) && member.IsRequired && to.Reserved.Contains(kind + " " + key))
            {
                Add(Rules.RequirementChanged, to, null, Verdict.Works, Verdict.Breaks, $"member '{member.Name}', which readers in the field require, is gone");
            }
        }
    }

    private void Compare(MemberFact from, MemberFact to, TypeLayout owner)
    {
        if (WireType.Parse(from.Type) is not { } oldType || WireType.Parse(to.Type) is not { } newType)
        {
            if (from.Type != to.Type)
            {
                Add(Rules.TypeChanged, owner, to.Name, Verdict.Breaks, Verdict.Breaks, $"type {from.Type} became {to.Type}");
            }

            return;
        }

        var (backward, forward) = Compare(oldType, newType);
        if (backward != Verdict.Works || forward != Verdict.Works)
        {
            Add(Rules.TypeChanged, owner, to.Name, backward, forward, $"type {from.Type} became {to.Type}");
        }

        if (oldType.IsNullable != newType.IsNullable)
        {
            var (verdict1, verdict2) = newType.IsNullable
                ? (Verdict.Works, from.IsRequired ? Verdict.Breaks : Verdict.Suffers)
                : (to.IsRequired ? Verdict.Breaks : Verdict.Suffers, Verdict.Works);
            Add(Rules.RequirementChanged, owner, to.Name, verdict1, verdict2, $"type {from.Type} became {to.Type}");
        }

        if (from.IsRequired != to.IsRequired)
        {
            var what = to.IsRequired ? "member was optional and is required" : "member was required and is optional";
            Add(Rules.RequirementChanged, owner, to.Name, to.IsRequired ? Verdict.Breaks : Verdict.Works, to.IsRequired ? Verdict.Works : Verdict.Breaks, what);
        }
        else if (!to.IsRequired && from.Type == to.Type && from.Default != to.Default)
        {
            Add(
                Rules.MeaningChanged, owner, to.Name, Verdict.Suffers, Verdict.Works,
                $"default {from.Default ?? "(none)"} became {to.Default ?? "(none)"}: messages without the member mean something else");
        }
    }

    /// <summary>Compares how values travel, without the question whether the outermost may be nil.</summary>
    private (Verdict Backward, Verdict Forward) Compare(WireType from, WireType to)
    {
        if (from.Form != to.Form)
        {
            return (Verdict.Breaks, Verdict.Breaks);
        }

        if (from.Form == WireForm.Name)
        {
            return CompareNames(from.Name, to.Name);
        }

        if (from.Items.Count != to.Items.Count)
        {
            return (Verdict.Breaks, Verdict.Breaks);
        }

        var (backward, forward) = (Verdict.Works, Verdict.Works);
        for (var i = 0; i < from.Items.Count; i++)
        {
            var (b, f) = Compare(from.Items[i], to.Items[i]);
            backward = Worse(Worse(backward, b), from.Items[i].IsNullable && !to.Items[i].IsNullable ? Verdict.Suffers : Verdict.Works);
            forward = Worse(Worse(forward, f), !from.Items[i].IsNullable && to.Items[i].IsNullable ? Verdict.Suffers : Verdict.Works);
        }

        return (backward, forward);
    }

    private (Verdict Backward, Verdict Forward) CompareNames(string from, string to)
    {
        var (oldType, newType) = (_old.Inside(from), _new.Inside(to));
        if (oldType is not null && newType is not null)
        {
            // What differs inside is told there.
            Compare(oldType, newType);
            return (Verdict.Works, Verdict.Works);
        }

        if ((oldType ?? newType) is { Underlying: { } underlying } @enum)
        {
            return oldType is not null ? BetweenEnumAndNumber(@enum, underlying, to) : Swap(BetweenEnumAndNumber(@enum, underlying, from));
        }

        // A type without members has no lines.
        var arePartsWithoutMembers = IsPart(from) && IsPart(to) && oldType is null && newType is null;
        return arePartsWithoutMembers ? (Verdict.Works, Verdict.Works) : ScalarChange.Judge(from, to);
    }

    private static bool IsPart(string name) => name.StartsWith(WireType.PartPrefix, StringComparison.Ordinal);

    /// <summary>The enum was there before: readers of the number take all its numbers that fit, readers of the enum only those that they know.</summary>
    private static (Verdict Backward, Verdict Forward) BetweenEnumAndNumber(TypeLayout @enum, string underlying, string number)
    {
        var (backward, forward) = ScalarChange.Judge(underlying, number);
        return (backward, ScalarChange.RangeOf(number) is null ? Verdict.Breaks : Worse(forward, @enum.TakesUnknown ? Verdict.Works : Verdict.Breaks));
    }

    private static (Verdict, Verdict) Swap((Verdict First, Verdict Second) verdicts) => (verdicts.Second, verdicts.First);

    private static Verdict Worse(Verdict one, Verdict other) => one > other ? one : other;

}
