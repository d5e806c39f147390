namespace Messaging.Codegen.Facts;

/// <summary>What the facts say about one name.</summary>
internal abstract record Layout;

/// <summary>An array with a slot per key.</summary>
/// <param name="Members">By their keys.</param>
internal sealed record ObjectLayout(IReadOnlyDictionary<int, MemberLayout> Members) : Layout
{
    public static ObjectLayout Empty { get; } = new(new Dictionary<int, MemberLayout>());
}

/// <summary>A map of names.</summary>
/// <param name="Members">By what they are called on the wire.</param>
internal sealed record MapLayout(IReadOnlyDictionary<string, MemberLayout> Members) : Layout;

/// <summary>A member.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; null when the facts use a form that is not known here.</param>
/// <param name="IsRequired">True when a message without it is refused.</param>
internal sealed record MemberLayout(string Name, WireType? Type, bool IsRequired)
{
    public static MemberLayout Of(MemberFact fact) => new(fact.Name, WireType.Parse(fact.Type), fact.IsRequired);
}

/// <summary>An array of a tag and a body.</summary>
/// <param name="Cases">The types of the bodies by their tags.</param>
internal sealed record UnionLayout(IReadOnlyDictionary<long, WireType?> Cases) : Layout;

/// <summary>A number with a name.</summary>
/// <param name="Underlying">The wire name of the number.</param>
/// <param name="Names">By their numbers.</param>
internal sealed record EnumLayout(string Underlying, IReadOnlyDictionary<Int128, string> Names) : Layout;

/// <summary>The lines contradict each other: two types that share the name, from different contracts or versions.</summary>
internal sealed record ContradictoryLayout : Layout;
