using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Analyzers.Baseline;

/// <summary>What the files say about the contracts of a project: the facts that were released, and those that were accepted since.</summary>
internal sealed class ContractBaseline
{
    private readonly Dictionary<string, ContractRecord> _contracts = new(StringComparer.Ordinal);

    public ContractBaseline(IEnumerable<FactLine> shipped, IEnumerable<FactLine> unshipped)
    {
        foreach (var line in shipped)
        {
            Record(line).Shipped.Add(line);
        }

        foreach (var line in unshipped)
        {
            Record(line).Unshipped.Add(line);
        }
    }

    /// <summary>The contracts that one of the files knows.</summary>
    public IEnumerable<ContractRecord> Contracts => _contracts.Values;

    /// <summary>What is known about a contract; an empty record for a new one.</summary>
    public ContractRecord Find(string identity) => _contracts.TryGetValue(identity, out var record) ? record : new ContractRecord(identity);

    private ContractRecord Record(FactLine line)
    {
        if (!_contracts.TryGetValue(line.Contract!, out var record))
        {
            _contracts.Add(line.Contract!, record = new ContractRecord(line.Contract!));
        }

        return record;
    }
}

/// <summary>The lines about one contract.</summary>
/// <param name="identity"><c>name/vN</c>.</param>
internal sealed class ContractRecord(string identity)
{
    public string Identity { get; } = identity;

    public List<FactLine> Shipped { get; } = [];

    public List<FactLine> Unshipped { get; } = [];

    /// <summary>True when a release had the contract.</summary>
    public bool IsShipped => Shipped.Exists(static line => line.Kind == FactKinds.Message && FactMarks.MarkOf(line) is null);

    /// <summary>True when the files say that the contract is no longer published.</summary>
    public bool IsRetired => Shipped.Concat(Unshipped).Any(static line => line.Kind == FactKinds.Message && FactMarks.MarkOf(line) == FactMarks.Retired);

    /// <summary>How things are according to both files: what is not shipped replaces what is, and a tombstone what it buries.</summary>
    public IReadOnlyCollection<FactLine> Current
    {
        get
        {
            var bySlot = new Dictionary<(string, string), FactLine>();
            foreach (var line in Shipped.Concat(Unshipped).Where(static line => FactMarks.MarkOf(line) != FactMarks.Superseded))
            {
                bySlot[(line.Head, FactMarks.SlotOf(line))] = line;
            }

            return bySlot.Values;
        }
    }

    /// <summary>What readers and writers in the field may have: the last release, and for each line that an earlier one had otherwise a layout with that.</summary>
    /// <param name="isTransitive">False for the last release only.</param>
    public IEnumerable<IReadOnlyCollection<FactLine>> Releases(bool isTransitive)
    {
        var last = Shipped.Where(static line => FactMarks.MarkOf(line) is null or FactMarks.Reserved).ToList();
        yield return last;
        if (isTransitive)
        {
            foreach (var line in Shipped.Where(static line => FactMarks.MarkOf(line) == FactMarks.Superseded))
            {
                var earlier = FactMarks.Unmark(line);
                var slot = FactMarks.SlotOf(earlier);
                yield return [.. last.Where(other => other.Head != earlier.Head || FactMarks.SlotOf(other) != slot), earlier];
            }
        }
    }
}
