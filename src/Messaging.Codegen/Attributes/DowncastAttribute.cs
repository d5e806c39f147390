namespace Messaging.Codegen;

/// <summary>
/// The method makes the older version that the <see cref="AlsoPublishAttribute"/> of its contract names: <c>static OrderPlaced To(OrderPlacedV2 message)</c>.
/// It stands in the contract itself and has no effects.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DowncastAttribute : Attribute;
