using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Analysis;

/// <summary>The upcasters that are known, one behind the other. A version that two of them take has no way: nothing says which is meant.</summary>
internal sealed class UpcastChains
{
    private readonly Dictionary<string, UpcastModel?> _byVersion = new(StringComparer.Ordinal);

    public UpcastChains(IEnumerable<UpcastModel> upcasts)
    {
        foreach (var upcast in upcasts)
        {
            _byVersion[upcast.From] = _byVersion.ContainsKey(upcast.From) ? null : upcast;
        }
    }

    /// <summary>The older versions that a handler gets because of what it takes, the oldest first.</summary>
    public EquatableArray<OlderVersion> Of(RouteRow route)
    {
        var older = new List<(int Version, OlderVersion Row)>();
        foreach (var upcast in _byVersion.Values.OfType<UpcastModel>())
        {
            // A [Where] that says nothing of the older subject would let through what the handler does not want.
            if (ContractIdentity.Parse(upcast.From) is var (_, version)
                && Way(upcast.From, route.Identity) is { Count: > 0 } calls
                && IsNarrowed(upcast, route))
            {
                older.Add((version, new OlderVersion(upcast.From, upcast.FromType, upcast.FromSubject.Narrow(route.Narrowings), calls)));
            }
        }

        return older.OrderBy(static row => row.Version).Select(static row => row.Row).ToEquatableArray();
    }

    /// <summary>True when an older version's subject has a place for everything that the handler's <c>[Where]</c> attributes name.</summary>
    public static bool IsNarrowed(UpcastModel upcast, RouteRow route) =>
        route.Narrowings.All(narrowing => upcast.FromSubject.HasPlaceholder(narrowing.Member));

    /// <summary>The calls that turn one version into another; null when there is no way, none for the same version. Each goes to a higher version, so the way ends.</summary>
    public EquatableArray<UpcastCall>? Way(string from, string to)
    {
        var calls = new List<UpcastCall>();
        while (from != to)
        {
            if (!_byVersion.TryGetValue(from, out var upcast) || upcast is null)
            {
                return null;
            }

            calls.Add(upcast.Call);
            from = upcast.To;
        }

        return calls.ToEquatableArray();
    }
}
