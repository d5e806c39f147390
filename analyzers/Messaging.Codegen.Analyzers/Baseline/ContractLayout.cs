using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Analyzers.Baseline;

/// <summary>The lines about one contract, put together by the types that they are about.</summary>
internal sealed class ContractLayout
{
    private readonly Dictionary<string, TypeLayout> _types = new(StringComparer.Ordinal);

    public ContractLayout(string identity, IEnumerable<FactLine> lines)
    {
        Identity = identity;
        foreach (var line in lines)
        {
            if (!_types.TryGetValue(line.Head, out var type))
            {
                _types.Add(line.Head, type = new TypeLayout(line.Head));
            }

            type.Add(line);
        }
    }

    public string Identity { get; }

    /// <summary>The contract's own layout.</summary>
    public TypeLayout Root => Find(Identity) ?? new TypeLayout(Identity);

    /// <summary>The layout of a type that a member names; null when there are no lines about it, as for another contract.</summary>
    public TypeLayout? Inside(string type) => Find(FactLine.Inside(Identity, type));

    public TypeLayout? Find(string head) => _types.TryGetValue(head, out var type) ? type : null;
}

/// <summary>The lines about one type.</summary>
/// <param name="head">What they begin with.</param>
internal sealed class TypeLayout(string head)
{
    private readonly Dictionary<string, string> _plain = new(StringComparer.Ordinal);

    public string Head { get; } = head;

    /// <summary>Members by what stands for them on the wire: <c>003</c>, <c>"city"</c>.</summary>
    public SortedDictionary<string, MemberFact> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The cases of a union by their tags.</summary>
    public SortedDictionary<int, string> Cases { get; } = [];

    /// <summary>The names of an enum by their numbers.</summary>
    public SortedDictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The slots of tombstones.</summary>
    public HashSet<string> Reserved { get; } = new(StringComparer.Ordinal);

    public bool IsMap => _plain.ContainsKey(FactKinds.Map);

    public bool IsUnion => _plain.ContainsKey(FactKinds.Union);

    /// <summary>The wire name of an enum's numbers, or null for what is no enum.</summary>
    public string? Underlying => Plain(FactKinds.Enum)?.Split(' ')[0];

    /// <summary>True for an enum whose readers keep unknown numbers, or have a name for them.</summary>
    public bool TakesUnknown => (Plain(FactKinds.Enum) ?? "").EndsWith(" open", StringComparison.Ordinal) || Values.ContainsValue(UnknownName);

    private const string UnknownName = "Unknown"; // R5

    /// <summary>What a line says that there is one of; null when there is none.</summary>
    public string? Plain(string kind) => _plain.TryGetValue(kind, out var value) ? value : null;

    public void Add(FactLine line)
    {
        if (FactMarks.MarkOf(line) == FactMarks.Reserved)
        {
            Reserved.Add(FactMarks.SlotOf(line));
            return;
        }

        switch (line.Kind)
        {
            case FactKinds.Key when KeyFact.Parse(line.Value) is { } key:
                Members[line.Words[0]] = key.Member;
                break;
            case FactKinds.Name when NameFact.Parse(line.Value) is { } name:
                Members[line.Words[0]] = name.Member;
                break;
            case FactKinds.Case when CaseFact.Parse(line.Value) is { } @case:
                Cases[@case.Tag] = @case.Type;
                break;
            case FactKinds.Value when ValueFact.Parse(line.Value) is { } value:
                Values[value.Number] = value.Name;
                break;
            default:
                _plain[line.Kind] = line.Value;
                break;
        }
    }
}
