using Messaging.Codegen.Facts;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>What fact lines say of one stream or handler, here or in a reference: a kind that is missing stands for the default.</summary>
/// <param name="facts">The lines.</param>
internal sealed class FactSettings(IEnumerable<FactLine> facts)
{
    private readonly ILookup<string, string> _values = facts.ToLookup(static fact => fact.Kind, static fact => fact.Value, StringComparer.Ordinal);

    /// <summary>The value of a kind; null when nothing is said.</summary>
    public string? this[string kind] => _values[kind].FirstOrDefault();

    /// <summary>All values of a kind.</summary>
    public IEnumerable<string> All(string kind) => _values[kind];
}
