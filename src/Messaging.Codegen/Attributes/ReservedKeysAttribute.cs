namespace Messaging.Codegen;

/// <summary>
/// Keys of members that a contract or a part of one no longer has. Stored messages still hold them, so that a new member of that key would be filled
/// with the old one's values: using them is MSG104.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ReservedKeysAttribute : Attribute
{
    /// <summary>Reserves numbers.</summary>
    /// <param name="keys">The keys.</param>
    public ReservedKeysAttribute(params int[] keys) => Keys = keys;

    /// <summary>Reserves names, in a contract that travels as a map.</summary>
    /// <param name="names">The names.</param>
    public ReservedKeysAttribute(params string[] names) => Names = names;

    /// <summary>The numbers.</summary>
    public IReadOnlyList<int> Keys { get; } = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = [];
}
