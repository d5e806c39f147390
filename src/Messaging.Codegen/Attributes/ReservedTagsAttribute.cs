namespace Messaging.Codegen;

/// <summary>Tags of cases that a union no longer has, and numbers that an enum no longer has. Using them again is MSG104.</summary>
/// <param name="tags">The tags or numbers.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum, AllowMultiple = true, Inherited = false)]
public sealed class ReservedTagsAttribute(params long[] tags) : Attribute
{
    /// <summary>The tags or numbers.</summary>
    public IReadOnlyList<long> Tags { get; } = tags;
}
