namespace Messaging.Codegen;

/// <summary>
/// The method turns a message of an older version of a contract into one of a newer version: <c>static OrderPlacedV2 From(OrderPlaced old)</c>, with a
/// further <see cref="UpcastContext"/> if it needs one. Every handler of the newer version, in this assembly or in one that references it, gets the
/// messages of the older version too, on the same consumer; upcasters form a chain, each version has at most one. The method is static, is not
/// generic, and has no effects: it may run again for the same message, and what it throws fails the delivery as if the handler had thrown it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpcastAttribute : Attribute;
