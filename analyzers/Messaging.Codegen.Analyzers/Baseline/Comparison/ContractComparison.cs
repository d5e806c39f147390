using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;

namespace Messaging.Codegen.Analyzers.Baseline.Comparison;

/// <summary>
/// Finds what differs between a release of a contract and its source, type by type as messages nest them: names of types and members
/// do not travel, so that renaming is no difference.
/// </summary>
internal sealed partial class ContractComparison
{
    private readonly ContractLayout _old;
    private readonly ContractLayout _new;
    private readonly HashSet<(string Old, string New)> _compared = [];
    private readonly List<Change> _changes = [];
    private readonly Dictionary<string, string> _counterparts = new(StringComparer.Ordinal);

    private ContractComparison(ContractLayout old, ContractLayout @new)
    {
        _old = old;
        _new = @new;
    }

    /// <summary>The differences.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>The types of the source by those of the release that they took the place of, both as heads of lines.</summary>
    public IReadOnlyDictionary<string, string> Counterparts => _counterparts;

    public static ContractComparison Run(ContractLayout old, ContractLayout @new)
    {
        var comparison = new ContractComparison(old, @new);
        comparison.CompareHeader();
        comparison.Compare(old.Root, @new.Root);
        return comparison;
    }

    private void CompareHeader()
    {
        var (from, to) = (_old.Root, _new.Root);
        if (Words(from, FactKinds.Message, 0) is { } oldKind && Words(to, FactKinds.Message, 0) is { } newKind && oldKind != newKind)
        {
            Add(Rules.ContractMoved, to, null, Verdict.Breaks, Verdict.Breaks, $"kind '{oldKind}' became '{newKind}'");
        }

        CompareReply(from.Plain(FactKinds.Reply), to.Plain(FactKinds.Reply));
        CompareSubject(from.Plain(FactKinds.Subject), to.Plain(FactKinds.Subject));
        if (from.Plain(FactKinds.Dedupe) is var oldKey && to.Plain(FactKinds.Dedupe) is var newKey && oldKey != newKey)
        {
            Add(
                Rules.MeaningChanged, to, null, Verdict.Suffers, Verdict.Suffers,
                $"message id, made of {oldKey ?? "nothing"}, is made of {newKey ?? "nothing"}: while both versions publish, copies are not recognised");
        }
    }

    private void CompareReply(string? from, string? to)
    {
        if (from is not null && to is not null && from != to)
        {
            Add(Rules.ContractMoved, _new.Root, null, Verdict.Breaks, Verdict.Breaks, $"reply '{from}' became '{to}'");
        }
    }

    /// <summary>Old data lies under the old subjects, and old consumers look there.</summary>
    private void CompareSubject(string? from, string? to)
    {
        if (from is null || to is null)
        {
            return;
        }

        var (oldFilter, newFilter) = (Filter(from), Filter(to));
        if (oldFilter != newFilter)
        {
            Add(
                Rules.ContractMoved, _new.Root, null,
                SubjectFilters.IsSubset(oldFilter, newFilter) ? Verdict.Works : Verdict.Breaks,
                SubjectFilters.IsSubset(newFilter, oldFilter) ? Verdict.Works : Verdict.Breaks,
                $"subject '{from}' became '{to}'");
        }
    }

    private static string Filter(string template) =>
        string.Join(".", template.Split('.').Select(static token => token.StartsWith("{", StringComparison.Ordinal) ? "*" : token));

    private static string? Words(TypeLayout layout, string kind, int index) => layout.Plain(kind)?.Split(' ').ElementAtOrDefault(index);

    private void Compare(TypeLayout from, TypeLayout to)
    {
        if (!_compared.Add((from.Head, to.Head)))
        {
            return;
        }

        _counterparts[from.Head] = to.Head;
        if (from.IsUnion != to.IsUnion || from.IsMap != to.IsMap || (from.Underlying is null) != (to.Underlying is null))
        {
            Add(Rules.TypeChanged, to, null, Verdict.Breaks, Verdict.Breaks, $"form, {Form(from)}, became {Form(to)}");
        }
        else if (to.Underlying is not null)
        {
            CompareEnums(from, to);
        }
        else if (to.IsUnion)
        {
            CompareUnions(from, to);
        }
        else
        {
            CompareMembers(from, to);
        }
    }

    private static string Form(TypeLayout layout) =>
        layout.Underlying is not null ? "an enum" : layout.IsUnion ? "a union" : layout.IsMap ? "a map of names" : "an array of keys";

    private void Add(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, TypeLayout type, string? member, Verdict backward, Verdict forward, string what) =>
        _changes.Add(new Change(rule, type.Head, member, backward, forward, what));
}
