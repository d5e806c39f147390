namespace Messaging.Codegen;

/// <summary>
/// Publishing the contract publishes an older version of it too, for consumers that do not know the newer one yet: a method of the contract with
/// <see cref="DowncastAttribute"/> makes it. Both have their own subject and message id, made of the same business key. A publish has succeeded when both are
/// stored: as a whole where one stream takes both and can (<see cref="StreamAttribute.AllowAtomicBatches"/>), else the older version first, so that a
/// repeated publish completes what an earlier one has begun. Schedules, batches and the outbox do the same.
/// </summary>
/// <param name="contract">The older version, a contract of the same name.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class AlsoPublishAttribute(Type contract) : Attribute
{
    /// <summary>The older version.</summary>
    public Type Contract { get; } = contract;
}
