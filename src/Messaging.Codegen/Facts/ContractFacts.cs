namespace Messaging.Codegen.Facts;

/// <summary>
/// The layouts of contracts as the facts tell them: the lines that assemblies carry (<see cref="AssemblyFacts"/>) and that baselines list. A program can
/// show a payload (<see cref="PayloadJson"/>) without the contract's type.
/// </summary>
public sealed class ContractFacts
{
    private readonly Dictionary<string, Layout> _layouts = new(StringComparer.Ordinal);

    private ContractFacts(IEnumerable<KeyValuePair<string, LayoutBuilder>> builders)
    {
        var contracts = new List<string>();
        foreach (var (head, builder) in builders)
        {
            if (builder.IsContract)
            {
                contracts.Add(head);
            }

            if (builder.Build() is { } layout)
            {
                _layouts.Add(head, layout);
            }
        }

        contracts.Sort(StringComparer.Ordinal);
        Contracts = contracts;
    }

    /// <summary>The identities of the contracts, <c>name/vN</c>, sorted ordinally.</summary>
    public IReadOnlyList<string> Contracts { get; }

    /// <summary>Reads lines, in any order. Lines about something else, and lines that are none, are passed over.</summary>
    /// <param name="lines">The lines of one assembly or of several; not null.</param>
    public static ContractFacts Parse(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var builders = new Dictionary<string, LayoutBuilder>(StringComparer.Ordinal);
        foreach (var text in lines)
        {
            if (FactLine.Parse(text) is not { } line)
            {
                continue;
            }

            if (!builders.TryGetValue(line.Head, out var builder))
            {
                builders.Add(line.Head, builder = new LayoutBuilder());
            }

            builder.Add(line);
        }

        return new ContractFacts(builders);
    }

    /// <summary>The layout of a contract, or of a part, union or enum; null when nothing is known about it.</summary>
    /// <param name="contract">The contract that speaks of it.</param>
    /// <param name="name">Its name, as the types of members have it.</param>
    internal Layout? Find(string contract, string name) =>
        _layouts.GetValueOrDefault(FactLine.IsContract(name) ? name : FactLine.Inside(contract, name)) ?? _layouts.GetValueOrDefault(name);
}
