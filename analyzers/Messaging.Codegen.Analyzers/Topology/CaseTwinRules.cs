using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG418: <c>Billing</c> and <c>billing</c> are two consumers, whichever was meant.</summary>
internal static class CaseTwinRules
{
    public static IEnumerable<Diagnostic> Check(KnownTopology topology) =>
        Check("stream", topology.Streams.Select(static stream => (stream.Name, stream.Location)))
            .Concat(Check("consumer", topology.Handlers.Select(static handler => (handler.Consumer, handler.Location))));

    private static IEnumerable<Diagnostic> Check(string what, IEnumerable<(string Name, Location? Location)> declared)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, location) in declared)
        {
            if (!seen.TryGetValue(name, out var first))
            {
                seen.Add(name, name);
            }
            else if (first != name && location is not null)
            {
                yield return Diagnostic.Create(Rules.CaseTwins, location, what, name, first);
            }
        }
    }
}
