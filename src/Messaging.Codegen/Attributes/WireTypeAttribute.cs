namespace Messaging.Codegen;

/// <summary>
/// Says what the values of a converter are on the wire, in the grammar of facts: <c>str</c>, <c>i64</c>, <c>[dec.str]</c>. Without it facts name the
/// converter, <c>converter.MoneyConverter</c>, and tools cannot tell what the bytes are.
/// </summary>
/// <param name="name">The type on the wire, without blanks and without <c>?</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class WireTypeAttribute(string name) : Attribute
{
    /// <summary>The type on the wire.</summary>
    public string Name { get; } = name;
}
