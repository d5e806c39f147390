namespace Messaging.Codegen;

/// <summary>
/// Marks a keyed member as (a part of) the message's business key. The key becomes the message id <c>name/vN:key</c>, so that the
/// stream drops a second publish of the same thing, and handlers can recognise a doubled delivery.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, Inherited = true)]
public sealed class IdempotencyKeyAttribute : Attribute;
