namespace Messaging.Codegen.Serialization;

/// <summary>Bounds that the serializer keeps for both directions.</summary>
public static class PackLimits
{
    /// <summary>
    /// How many levels deep a recursive contract may be nested: 500, the default of MessagePack-CSharp
    /// (<c>MessagePackSecurity.MaximumObjectGraphDepth</c>), so neither side writes what the other refuses.
    /// </summary>
    public const int MaxDepth = 500;
}
